package chorus.cli.altruism;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.config.SettingsLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism run}: a run as the settings say, in one process. */
@Command(
        name = "run",
        description = {
            "Run the simulation as the settings' part `altruism` says, in one process: users, topology and platform.",
            "The same as separate processes: `altruism simulate`, `altruism stream` (any number of them) and `altruism train`."
        },
        mixinStandardHelpOptions = true)
final class AltruismRun implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadNamed("altruism-run");
        return new RatingRunner(chosen, place.of(chosen), Console.terminal()).run(settings.client(chosen));
    }
}
