package chorus.cli;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.Runner;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.lists.ListsOption;
import chorus.simulate.SimulatedPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus run}: a simulation as the settings say, in one process. */
@Command(
        name = "run",
        description = {
            "Run a simulation in one process: writers, topology and trainer.",
            "The same as separate processes: `simulate`, `stream` (any number of them) and `train`."
        },
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private ListsOption lists = new ListsOption();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.load();
        var here = place.of(chosen);
        return new Runner(chosen, here, lists.in(here.out()), Runner.pace(chosen), Console.terminal())
                .run(settings.client(chosen), cluster -> SimulatedPlan.draw(chosen));
    }
}
