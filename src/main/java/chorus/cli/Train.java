package chorus.cli;

import chorus.broker.generations.GenerationLog;
import chorus.cli.frame.Console;
import chorus.cli.frame.PartRunner;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.lists.ListsOption;
import chorus.config.SettingsText;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.run.LoggedPlan;
import chorus.run.TrainerRun;
import chorus.serve.Parts.State;
import chorus.simulate.SimulatedPlan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chorus train}: the trainer, as a process of its own. */
@Command(
        name = "train",
        description = {
            "Train and publish generations at the end of each epoch, and keep the run's files.",
            "Ends with the last epoch of the simulation; by the clock, with Ctrl-C."
        },
        mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private ListsOption lists = new ListsOption();

    @Option(
            names = "--last",
            paramLabel = "G",
            description = "the generation to end with; default: that of the simulation's last epoch")
    private @Nullable Long last;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (last != null && last < 0) {
            throw new ParameterException(spec.commandLine(), "--last " + last + ": must be 0 or more");
        }
        var chosen = settings.load();
        var here = place.of(chosen);
        var end = chosen.epochs()
                .by()
                .last(last != null ? last : chosen.simulate().epochs());
        return new PartRunner("trainer", chosen, here, Console.terminal()).run(settings.client(chosen), bench -> {
            try (var log = GenerationLog.open(bench.cluster())) {
                var known = new Known(log.generations(), log.evaluations());
                var bundle = RunBundle.open(here.out(), SettingsText.of(chosen), chosen.allWorlds(), known);
                bench.screen().keep(bundle, lists.in(here.out()));
            }
            bench.parts().set("trainer", State.READY, "");
            var site = bench.site(chosen);
            TrainerRun.marking(site, () -> LoggedPlan.in(site, SimulatedPlan.draw(chosen))
                            .standpoint())
                    .train(end, () -> false, bench.stop());
        });
    }
}
