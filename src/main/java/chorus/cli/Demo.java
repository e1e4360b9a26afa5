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
import picocli.CommandLine.Option;

/** {@code chorus demo}: a campaign unfolds on this machine. */
@Command(
        name = "demo",
        description = {
            "Run the demo on an embedded broker and registry: playlists are filled, listeners edit, and the same collective "
                    + "promotes one song by another strategy in each of four worlds; a model of each world is retrained "
                    + "every epoch.",
            "Takes one to three minutes on two cores."
        },
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private ListsOption lists = new ListsOption();

    @Option(names = "--live", description = "epochs by the clock, edits at a pace: not reproducible")
    private boolean live;

    @Override
    public Integer call() throws InterruptedException {
        var chosen = live ? settings.loadDemoLive() : settings.loadDemo();
        var here = place.fresh(chosen);
        return new Runner(chosen, here, lists.in(here.out()), Runner.pace(chosen), Console.terminal())
                .run(settings.client(chosen), cluster -> SimulatedPlan.draw(chosen));
    }
}
