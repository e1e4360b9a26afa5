package chorus.cli.altruism;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.config.SettingsLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism demo}: altruists at work on this machine. */
@Command(
        name = "demo",
        description = {
            "Run the demo on an embedded broker and registry: 2,000 users rate what they meet, a third of the majority rates the "
                    + "minority's items up from round 5 on, and the platform learns what all have said, beside a twin without them.",
            "Takes a minute on two cores."
        },
        mixinStandardHelpOptions = true)
final class AltruismDemo implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadNamed("altruism-demo");
        return new RatingRunner(chosen, place.fresh(chosen), Console.terminal()).run(settings.client(chosen));
    }
}
