package chorus.cli.altruism;

import chorus.cli.frame.Asking;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsLoader;
import chorus.events.ratings.RatingTopics;
import chorus.verify.ratings.RatingVerifier;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism verify}: rebuilds everything again, naively, and compares. */
@Command(
        name = "verify",
        description = {
            "Rebuild every user's ratings from the log, naively, and compare: each round's digests and every published row of the "
                    + "last complete round, in every world. Also while a run goes on.",
            "Prints the number of differences; exit code 1 where there are any, with the first of them."
        },
        exitCodeList = {"0:done, difference 0", "1:failed, or there is a difference"},
        mixinStandardHelpOptions = true)
final class AltruismVerify implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

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
        return asking.ask(RatingTopics.SIMULATION, settings, data, terminal, (cluster, giveUp) -> {
            var found = new RatingVerifier(cluster, chosen.ratingRules(), giveUp).verify();
            if (json.asked()) {
                json.print("chorus-verify/1", Answers.of(found));
            }
            terminal.result("digests of " + found.epochsCompared() + " of " + (found.lastEpoch() + 1) + " rounds and "
                    + found.rowsCompared() + " ratings of round " + found.lastEpoch() + " compared, in every world");
            found.first().forEach(difference -> terminal.result("  " + difference));
            terminal.result("difference: " + found.differences());
            return found.differences() == 0 ? 0 : 1;
        });
    }
}
