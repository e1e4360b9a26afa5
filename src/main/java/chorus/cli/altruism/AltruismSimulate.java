package chorus.cli.altruism;

import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.SettingsOptions;
import chorus.config.SettingsLoader;
import chorus.run.ratings.RatingSite;
import chorus.run.ratings.RatingWriter;
import chorus.serve.Parts.State;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chorus altruism simulate}: one writer of ratings, as a process of its own. */
@Command(
        name = "simulate",
        description = "Write what users say: one writer of simulate.writers, in a process of its own.",
        mixinStandardHelpOptions = true)
final class AltruismSimulate implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions(SettingsLoader::altruists);

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--writer",
            paramLabel = "I",
            description = "which writer this is, from 0; default: ${DEFAULT-VALUE}")
    private int writer;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.loadNamed("altruism-run");
        var writers = chosen.simulate().writers();
        if (writer < 0 || writer >= writers) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--writer " + writer + ": must lie in 0…" + (writers - 1) + ", as simulate.writers = " + writers);
        }
        var name = "writer " + writer;
        return Parts.of(name, false, chosen, place.of(chosen), Console.terminal())
                .run(settings.client(chosen), bench -> {
                    var site = RatingSite.of(bench.site(chosen));
                    bench.parts().set(name, State.READY, "");
                    new RatingWriter(site, writer, bench.stop()).write();
                });
    }
}
