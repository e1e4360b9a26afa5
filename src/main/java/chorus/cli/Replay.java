package chorus.cli;

import chorus.broker.Announced;
import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.Runner;
import chorus.cli.frame.SettingsOptions;
import chorus.run.Pace;
import chorus.simulate.ReplayPlan;
import chorus.simulate.replay.Slices;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chorus replay}: real playlists as edits. */
@Command(
        name = "replay",
        description = {
            "Turn slices of the Million Playlist Dataset format into edits, playlists appended to track by track, and run "
                    + "topology and trainer over them.",
            "Pace: replay.editsPerSecond. Nothing is planted unless campaigns are set."
        },
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "directory with mpd.slice.<first>-<last>.json files")
    private Path slices = Path.of(".");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.load();
        Slices.requireSome(slices);
        var perSecond = chosen.replay().editsPerSecond();
        var terminal = Console.terminal();
        return new Runner(chosen, place.of(chosen), new Pace(perSecond, perSecond), terminal)
                .run(settings.client(chosen), cluster -> {
                    try (var known = Announced.open(cluster)) {
                        var plan = ReplayPlan.read(slices, chosen, known.byUri());
                        terminal.note(plan.playlists() + " playlists read from " + slices + ", " + plan.repeats()
                                + " repeated entries left out");
                        return plan;
                    }
                });
    }
}
