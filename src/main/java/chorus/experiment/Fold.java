package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.rows.results.TestRows;
import chorus.simulate.Plan;
import chorus.simulate.Scenario;
import chorus.simulate.Writer;
import chorus.simulate.collective.KnownPlaylist;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * One fold of an experiment: its plan, and what the stages hold when its playlists are filled, made once. Any number of runs go on
 * from there, each with worlds and campaigns of its own, and come to what they would have come to from the start.
 */
public final class Fold {
    private final Plan plan;
    private final List<KnownPlaylist> fill;
    private final List<EpochEnded> marks;
    private final int counted;
    private final OneProcess.Start filled;

    private Fold(Plan plan, List<KnownPlaylist> fill, List<EpochEnded> marks, int counted, OneProcess.Start filled) {
        this.plan = plan;
        this.fill = fill;
        this.marks = marks;
        this.counted = counted;
        this.filled = filled;
    }

    /**
     * Fills the playlists up to the epoch from which campaigns count theirs, in which nobody plants.
     *
     * @param settings those of all runs, whatever their campaigns and worlds
     */
    public static Fold fill(Settings settings, Plan plan) {
        var start = OneProcess.Start.empty();
        var worlds = settings.allWorlds();
        var process = new OneProcess(settings, worlds, _ -> worlds, start, _ -> false, (_, _) -> {});
        var marks = new ArrayList<EpochEnded>();
        var writers = writers(settings, plan, List.of(Scenario.alone(settings)));
        var founded = 0;
        for (var epoch = 0L; epoch <= plan.campaignsFrom(); epoch++) {
            var ended = new ArrayList<EpochEnded>();
            announce(writers, epoch, new Announcements(start.tracks(), ended));
            var contents = plan.contents(epoch + 1);
            contents.subList(founded, contents.size()).forEach(process::found);
            founded = contents.size();
            ended.forEach(process::endEpoch);
            marks.addAll(ended);
        }
        var fill = plan.contents(plan.campaignsFrom() + 1);
        process.save();
        return new Fold(plan, fill, marks, worlds.size(), start);
    }

    private static void announce(List<Writer> writers, long epoch, EditSink sink) {
        writers.forEach(writer -> writer.write(epoch, sink));
    }

    private static List<Writer> writers(Settings settings, Plan plan, List<Scenario> scenarios) {
        return IntStream.range(0, settings.simulate().writers())
                .mapToObj(writer -> Writer.of(settings, plan, scenarios, writer))
                .toList();
    }

    /** Of what writers give, tracks and marks. */
    private record Announcements(Map<Integer, Track> tracks, List<EpochEnded> marks) implements EditSink {
        @Override
        public void track(Track track) {
            tracks.put(track.id().value(), track);
        }

        @Override
        public void campaign(Campaign campaign) {
            throw new IllegalStateException(campaign + " begins before the fill has ended");
        }

        @Override
        public void edit(PlaylistEdit edit) {
            // the playlists are founded whole
        }

        @Override
        public void endEpoch(EpochEnded mark) {
            marks.add(mark);
        }
    }

    /**
     * Runs the epochs after the fill, up to the last that is wanted; may be asked by several threads.
     *
     * @param settings with at least as many worlds as the fold was filled with
     * @param generations the epochs that end in one, ascending, none of them of the fill
     * @return a round for each
     */
    public List<Round> run(Settings settings, long... generations) {
        var standing = settings.standing();
        var alone = new Course(standing.worlds(), standing::worlds, List.of(Scenario.alone(settings)));
        return run(settings, alone, Optional.empty(), generations);
    }

    /**
     * The same for settings that agree in all but campaigns and worlds, at once.
     *
     * @param tests is told, if anybody is, what is recommended for each test
     */
    public List<Round> run(Batch batch, Optional<Consumer<TestRows>> tests, long... generations) {
        var all = new Course(batch.worlds(), batch::worlds, batch.scenarios());
        return run(batch.members().getFirst(), all, tests, generations);
    }

    /** @param shown the worlds of an epoch, counted as campaigns count theirs */
    private record Course(Worlds worlds, LongFunction<Worlds> shown, List<Scenario> scenarios) {}

    private List<Round> run(Settings settings, Course course, Optional<Consumer<TestRows>> tests, long... generations) {
        var rounds = new ArrayList<Round>();
        var process = new OneProcess(
                settings,
                course.worlds(),
                epoch -> course.shown().apply(epoch - plan.campaignsFrom()),
                filled.copy(counted, course.worlds().size()),
                epoch -> Arrays.binarySearch(generations, epoch) >= 0,
                (generation, counts) -> rounds.add(Round.of(generation, counts)));
        tests.ifPresent(process::tell);
        process.begun(fill, marks);
        var writers = writers(settings, plan, course.scenarios());
        for (var epoch = 0L; epoch <= plan.campaignsFrom(); epoch++) {
            announce(writers, epoch, new Announcements(new TreeMap<>(), new ArrayList<>()));
        }
        for (var epoch = plan.campaignsFrom() + 1; epoch <= generations[generations.length - 1]; epoch++) {
            announce(writers, epoch, process);
            process.requireNoRefusals();
        }
        return List.copyOf(rounds);
    }
}
