package chorus.cli.altruism;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.config.SettingsLoader;
import chorus.run.ratings.RatingStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism stream}: one instance of the topology, as a process of its own. */
@Command(
        name = "stream",
        description =
                "Run an instance of the topology until Ctrl-C. Any number of them share the work; give each its own --out.",
        mixinStandardHelpOptions = true)
final class AltruismStream implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadNamed("altruism-run");
        var here = place.of(chosen);
        var stores = here.out().resolve("stores");
        return Parts.of("topology", true, chosen, here, Console.terminal()).run(settings.client(chosen), bench -> {
            try (var app = new RatingStream(bench.site(chosen), stores).start()) {
                bench.untilStopped(app, chosen);
            }
        });
    }
}
