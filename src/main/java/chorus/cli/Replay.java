package chorus.cli;

import chorus.broker.Announced;
import chorus.cli.frame.Console;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.Runner;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.lists.ListsOption;
import chorus.run.Pace;
import chorus.simulate.ReplayPlan;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus replay}: real playlists as edits. */
@Command(
        name = "replay",
        description = {
            "Turn playlists in files into edits, playlists appended to track by track, and run topology and trainer over them.",
            "Read are slices of the Million Playlist Dataset, a Spotify account's export, CSV, Exportify's CSV and JSPF, also "
                    + "packed and in folders (docs/data.md). All is read before anything is started.",
            "Pace: replay.editsPerSecond. Nothing is planted unless campaigns are set."
        },
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder with files of playlists, or one such file")
    private Path files = Path.of(".");

    @Option(
            names = "--check",
            description =
                    "only read, and list all faults: the first 50, then how many of each kind; exit code 1 where there are any")
    private boolean check;

    @Option(
            names = "--strict",
            description = "skip, fill in and sort nothing: what is not as its format has it is a fault")
    private boolean strict;

    @Option(
            names = "--renumber",
            description =
                    "number the playlists in the order of files, whatever their pids; for slices that each count anew")
    private boolean renumber;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private ListsOption lists = new ListsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var chosen = settings.load();
        var reading = Reading.of(files, new Rules(strict, renumber));
        if (check) {
            return tell(reading);
        }
        reading.require();
        var perSecond = chosen.replay().editsPerSecond();
        var terminal = Console.terminal();
        reading.told().forEach(terminal::note);
        var here = place.of(chosen);
        return new Runner(chosen, here, lists.in(here.out()), new Pace(perSecond, perSecond), terminal)
                .run(settings.client(chosen), cluster -> {
                    try (var known = Announced.open(cluster)) {
                        return ReplayPlan.of(reading, chosen, known.byUri());
                    }
                });
    }

    private int tell(Reading reading) {
        var out = spec.commandLine().getOut();
        reading.faults().forEach(out::println);
        reading.told().forEach(out::println);
        out.flush();
        reading.require();
        return 0;
    }
}
