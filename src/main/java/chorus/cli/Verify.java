package chorus.cli;

import chorus.cli.frame.Asking;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.report.Terminal;
import chorus.verify.Verification;
import chorus.verify.Verifier;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus verify}: counts everything again, naively, and compares. */
@Command(
        name = "verify",
        description = {
            "Recount the log of edits naively and compare: each epoch's digests and every published row of the last complete "
                    + "epoch, in every world. Also while a run goes on.",
            "Prints the number of differences; exit code 1 where there are any, with the first differing rows."
        },
        exitCodeList = {"0:done, difference 0", "1:failed, or there is a difference"},
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var chosen = settings.loadBeside(data);
        data.requireSameRules(chosen);
        var terminal = json.terminal();
        return asking.ask(settings, data, terminal, (cluster, giveUp) -> {
            var scope = new Verifier.Scope(chosen.state().window(), chosen.heldOut(), chosen.logRules());
            var found = new Verifier(cluster, scope, giveUp).verify();
            if (json.asked()) {
                json.print("chorus-verify/1", Answers.of(found));
            }
            return tell(found, terminal);
        });
    }

    private static int tell(Verification found, Terminal terminal) {
        terminal.result("digests of " + found.epochsCompared() + " of " + (found.lastEpoch() + 1) + " epochs and "
                + found.rowsCompared() + " rows of epoch " + found.lastEpoch() + " compared, in every world");
        found.first().forEach(difference -> terminal.result("  " + difference));
        terminal.result("difference: " + found.differences());
        return found.differences() == 0 ? 0 : 1;
    }
}
