package chorus.cli.altruism;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.config.SettingsLoader;
import chorus.report.altruism.RoundsBundle;
import chorus.run.ratings.RatingSite;
import chorus.run.ratings.RatingTrainer;
import chorus.serve.Parts.State;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism train}: the platform, as a process of its own. */
@Command(
        name = "train",
        description = {
            "Be the platform: learn from what users have said at the end of each round, give them picks, and keep the run's files.",
            "Ends with the last round."
        },
        mixinStandardHelpOptions = true)
final class AltruismTrain implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadNamed("altruism-run");
        var here = place.of(chosen);
        var terminal = Console.terminal();
        return Parts.of("trainer", false, chosen, here, terminal).run(settings.client(chosen), bench -> {
            var screen = Parts.screen(chosen, here, bench, terminal);
            bench.parts().set("trainer", State.READY, "");
            new RatingTrainer(RatingSite.of(bench.site(chosen)), screen, bench.stop()).train();
            if (!bench.stop().asked()) {
                RoundsBundle.write(here.out(), Parts.origin(chosen), screen.rows());
            }
        });
    }
}
