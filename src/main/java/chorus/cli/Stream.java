package chorus.cli;

import chorus.cli.frame.Console;
import chorus.cli.frame.PartRunner;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.events.Simulation;
import chorus.run.StreamRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus stream}: one instance of the topology, as a process of its own. */
@Command(
        name = "stream",
        description =
                "Run an instance of the topology until Ctrl-C. Any number of them share the work; give each its own --out.",
        mixinStandardHelpOptions = true)
final class Stream implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.load();
        var here = place.of(chosen);
        return new PartRunner("topology", true, Simulation.PLAYLISTS, chosen, here, Console.terminal())
                .run(settings.client(chosen), bench -> {
                    var run = new StreamRun(bench.site(chosen), here.out().resolve("stores"));
                    try (var app = run.start()) {
                        bench.untilStopped(app, chosen);
                    }
                });
    }
}
