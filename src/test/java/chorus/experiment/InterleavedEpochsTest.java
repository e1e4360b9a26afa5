package chorus.experiment;

import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several writers of which one may be epochs ahead of another, as partitions of a log are: the figures are those of taking turns. */
class InterleavedEpochsTest {
    private static final int WRITERS = 3;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void editsAndMarksOfLaterEpochsChangeNoFigure(long seed) {
        var random = new Random(seed);
        // few changes in a run and few neighbours in a chunk, so that runs are merged and rows split in the middle of
        // an epoch
        var settings = small(
                "simulate.writers=" + WRITERS,
                "stream.bufferedPairs=" + (200 + random.nextInt(2000)),
                "stream.chunkNeighbours=" + (2 + random.nextInt(60)));
        var inTurn = Experiment.run(small(), _ -> {});
        var rounds = new ArrayList<Round>();
        var process = new OneProcess(settings, (generation, counts) -> rounds.add(Round.of(generation, counts)));
        var ahead = interleave(courses(settings), process, random);
        assertThat(ahead).as("epochs that a writer is ahead of another").isGreaterThan(1);
        assertThat(process.refusals()).isEmpty();
        assertThat(rounds).usingRecursiveComparison().isEqualTo(inTurn);
    }

    /** What each writer says, in order. */
    private static List<Deque<Consumer<EditSink>>> courses(Settings settings) {
        var plan = SimulatedPlan.draw(settings);
        var courses = new ArrayList<Deque<Consumer<EditSink>>>();
        for (var number = 0; number < WRITERS; number++) {
            var course = new Course(new ArrayDeque<>());
            var writer = Writer.of(settings, plan, number);
            for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
                writer.write(epoch, course);
            }
            courses.add(course.said);
        }
        return courses;
    }

    /** Lets writers go on in turns of random length, and returns by how many epochs one was ahead at most. */
    private static long interleave(List<Deque<Consumer<EditSink>>> courses, EditSink sink, Random random) {
        var epochs = new Ended(sink, new long[WRITERS]);
        while (courses.stream().anyMatch(course -> !course.isEmpty())) {
            var course = courses.get(random.nextInt(WRITERS));
            for (var turn = random.nextInt(4000); turn > 0 && !course.isEmpty(); turn--) {
                course.removeFirst().accept(epochs);
            }
        }
        return epochs.most;
    }

    /** A writer's course, kept. */
    private record Course(Deque<Consumer<EditSink>> said) implements EditSink {
        @Override
        public void track(Track track) {
            said.add(sink -> sink.track(track));
        }

        @Override
        public void campaign(Campaign campaign) {
            said.add(sink -> sink.campaign(campaign));
        }

        @Override
        public void edit(PlaylistEdit edit) {
            said.add(sink -> sink.edit(edit));
        }

        @Override
        public void endEpoch(EpochEnded mark) {
            said.add(sink -> sink.endEpoch(mark));
        }
    }

    /** Passes all on, and sees how far writers are apart. */
    private static final class Ended implements EditSink {
        private final EditSink next;
        private final long[] epochs;
        private long most;

        Ended(EditSink next, long[] epochs) {
            this.next = next;
            this.epochs = epochs;
        }

        @Override
        public void track(Track track) {
            next.track(track);
        }

        @Override
        public void campaign(Campaign campaign) {
            next.campaign(campaign);
        }

        @Override
        public void edit(PlaylistEdit edit) {
            next.edit(edit);
        }

        @Override
        public void endEpoch(EpochEnded mark) {
            epochs[mark.writer()] = mark.epoch() + 1;
            for (var other : epochs) {
                most = Math.max(most, mark.epoch() + 1 - other);
            }
            next.endEpoch(mark);
        }
    }
}
