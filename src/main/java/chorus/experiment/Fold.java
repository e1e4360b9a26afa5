package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.retrain.RowBook;
import chorus.simulate.Plan;
import chorus.simulate.Writer;
import chorus.simulate.collective.KnownPlaylist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * One fold of an experiment: its plan, and what the stages hold when its first epoch has ended, made once. Any number of runs go on
 * from there, each with worlds and campaigns of its own, and come to what they would have come to from the start.
 */
public final class Fold {
    private final Plan plan;
    private final List<KnownPlaylist> fill;
    private final List<EpochEnded> marks;
    private final int worlds;
    private final OneProcess.Start filled;

    private Fold(Plan plan, List<KnownPlaylist> fill, List<EpochEnded> marks, int worlds, OneProcess.Start filled) {
        this.plan = plan;
        this.fill = fill;
        this.marks = marks;
        this.worlds = worlds;
        this.filled = filled;
    }

    /**
     * Fills the playlists of a plan's first epoch, in which nobody plants.
     *
     * @param settings those of all runs, whatever their campaigns and worlds
     */
    public static Fold fill(Settings settings, Plan plan) {
        var start = new OneProcess.Start(new TreeMap<>(), StoresOnHeap.empty(), new RowBook());
        var process = new OneProcess(settings, start, _ -> false, (_, _) -> {});
        var marks = new ArrayList<EpochEnded>();
        var tracks = new Announcements(start.tracks(), marks);
        writers(settings, plan).forEach(writer -> writer.write(0, tracks));
        var fill = plan.contents(1);
        fill.forEach(process::found);
        marks.forEach(process::endEpoch);
        process.save();
        return new Fold(plan, fill, marks, settings.allWorlds().size(), start);
    }

    private static List<Writer> writers(Settings settings, Plan plan) {
        return IntStream.range(0, settings.simulate().writers())
                .mapToObj(writer -> Writer.of(settings, plan, writer))
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
            throw new IllegalStateException(campaign + " begins in the first epoch");
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
     * Runs the epochs after the first, up to the last that is wanted; may be asked by several threads.
     *
     * @param settings with at least as many worlds as the fold was filled with
     * @param wanted the epochs that end in a generation, none of them 0
     * @param last the last of them
     * @return a round for each
     */
    public List<Round> run(Settings settings, LongPredicate wanted, long last) {
        var rounds = new ArrayList<Round>();
        var stores = filled.stores().copy(worlds, settings.allWorlds().size());
        var start = new OneProcess.Start(
                new TreeMap<>(filled.tracks()), stores, filled.book().copy());
        var process = new OneProcess(
                settings,
                start,
                wanted,
                (generation, counts) -> rounds.add(new Round(generation.row(), generation.evaluations(), counts)));
        process.begun(fill, marks);
        var writers = writers(settings, plan);
        writers.forEach(writer -> writer.write(0, new Announcements(new TreeMap<>(), new ArrayList<>())));
        for (var epoch = 1L; epoch <= Math.min(last, plan.epochs() - 1); epoch++) {
            for (var writer : writers) {
                writer.write(epoch, process);
            }
            process.requireNoRefusals();
        }
        return List.copyOf(rounds);
    }
}
