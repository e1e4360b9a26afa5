package chorus.topology.counts;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.events.Events;
import chorus.state.RandomEdits;
import chorus.topology.PublishedCuts;
import chorus.topology.commits.CommitHook;
import chorus.topology.commits.Rounds;
import chorus.topology.engine.FragileTask;
import chorus.topology.engine.FragileTask.Store;
import chorus.topology.engine.FreshProcessor;
import chorus.topology.engine.Slices;
import chorus.topology.engine.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A counting task that is broken off again and again with changes on its heap and in its open transaction: all since the last
 * commit is lost, the stores are restored from their changelogs, and the records since then come again. What it publishes at the
 * end of each epoch are a plain map's counts and digests.
 */
class UncleanStopsTest {
    private static final int EPOCHS = 6;

    private final Events events = Events.connect("mock://unclean-stops", "x-");
    private long nanos;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedIsAPlainMapsWhereverTheTaskIsBrokenOff(long seed) {
        var random = new Random(seed);
        // many rows, so that closing takes several slices; or few wide ones, which are split
        var changes = seed % 2 == 0
                ? new RandomChanges(random, EPOCHS, 400, 12, 300)
                : new RandomChanges(random, EPOCHS, 6, 90, 120);
        var run = new Run(random, changes.records(), task(random));
        run.toTheEnd();
        assertThat(run.lost).as("stops with changes on the heap").isPositive();
        assertThat(run.halfWritten)
                .as("stops with a part of them in the stores already")
                .isPositive();
        check(changes, run);
    }

    private FragileTask<byte[], FromCounts> task(Random random) {
        var hurried = random.nextBoolean() ? 1_000_000_000_000L : 0;
        var slices = new Slices(() -> nanos += hurried, Duration.ofMillis(200), Duration.ofSeconds(1));
        var buffered = 20 + random.nextInt(250);
        var chunk = 2 + random.nextInt(5);
        var settings = settings(buffered, chunk);
        var hook = new CommitHook("hook");
        var rounds = new Rounds(Duration.ofSeconds(1), () -> 0);
        var work = new Work(slices, hook, rounds);
        return new FragileTask<>(
                new TaskId(1, 0),
                hook,
                () -> new FreshProcessor<>(work, context -> new CountPairs(events, work, settings, context)),
                List.of(
                        new Store(CountPairs.PAIRS, Serdes.Long(), Serdes.ByteArray()),
                        new Store(CountPairs.CHANGED, Serdes.Integer(), Serdes.ByteArray()),
                        new Store(CountPairs.JOURNAL, Serdes.ByteArray(), Serdes.ByteArray()),
                        new Store(CountPairs.LEDGER, Serdes.String(), Serdes.ByteArray())));
    }

    private static Settings settings(int buffered, int chunk) {
        return SettingsLoader.load(
                Optional.empty(),
                List.of(
                        "campaigns=[{name: a, strategy: Random, budget: 1, start: 1}, "
                                + "{name: b, strategy: Random, budget: 1, start: 1}]",
                        "worlds=[{name: twin}, {name: a, campaigns: [a]}, {name: b, campaigns: [b]}]",
                        "kafka.partitions=" + RandomChanges.upstreamPartitions(),
                        "stream.bufferedPairs=" + buffered,
                        "stream.chunkNeighbours=" + chunk));
    }

    private void check(RandomChanges changes, Run run) {
        var published = new PublishedCuts(events);
        for (var row : run.task.output()) {
            switch (row.value()) {
                case FromCounts.Neighbours(byte[] value) -> published.neighbours(row.key(), value);
                case FromCounts.TrackCounts(byte[] value) -> published.trackCounts(row.key(), value);
                case FromCounts.Refusal refusal -> throw new AssertionError("refused though all are sound: " + refusal);
            }
        }
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            var cut = published.cut(epoch);
            for (var world = 0; world < RandomEdits.WORLDS; world++) {
                var plain = changes.counts(epoch, world);
                var where = "world %d at the end of epoch %d".formatted(world, epoch);
                assertThat(cut.counts(world)).as(where).isEqualTo(plain);
                assertThat(cut.digest(world)).as(where).isEqualTo(plain.digest());
            }
        }
    }

    /** A task on its records, and where it stands in them. */
    private static final class Run {
        private static final int MOST_STEPS = 20_000;

        private final Random random;
        private final List<byte[]> records;
        private final FragileTask<byte[], FromCounts> task;
        private int next;
        private int committed;
        private long marks;
        private int lost;
        private int halfWritten;

        Run(Random random, List<byte[]> records, FragileTask<byte[], FromCounts> task) {
            this.random = random;
            this.records = records;
            this.task = task;
        }

        void toTheEnd() {
            for (var steps = 0; committed < records.size() || marks < 2 * EPOCHS; steps++) {
                assertThat(steps).as("steps").isLessThan(MOST_STEPS);
                step();
                if (task.wantsCommit() && random.nextInt(3) == 0) {
                    commit();
                }
            }
        }

        private void step() {
            switch (random.nextInt(40)) {
                case 0, 1 -> breakOff();
                case 2 -> {
                    commit();
                    breakOff();
                }
                case 3 -> task.flushCache();
                case 4 -> commit();
                case 5, 6, 7, 8, 9, 10 -> task.punctuate();
                default -> {
                    if (next < records.size()) {
                        task.process(next, new byte[4], records.get(next++));
                    }
                }
            }
        }

        private void commit() {
            task.commit();
            committed = next;
            // on both topics these have negative keys
            marks = task.output().stream().filter(row -> row.key()[0] < 0).count();
        }

        private void breakOff() {
            lost += task.waits() && next > committed ? 1 : 0;
            halfWritten += task.waits() && task.uncommittedPuts() > 0 ? 1 : 0;
            task.breakOff(random.nextBoolean());
            next = committed;
        }
    }
}
