package chorus.topology.edits;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.events.Events;
import chorus.playlist.HeldOut;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistId;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.edits.EditRules;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Message;
import chorus.state.wire.Wire;
import chorus.topology.PublishedCuts;
import chorus.topology.RandomLog;
import chorus.topology.commits.CommitHook;
import chorus.topology.commits.Rounds;
import chorus.topology.engine.FragileTask;
import chorus.topology.engine.FragileTask.Store;
import chorus.topology.engine.FreshProcessor;
import chorus.topology.engine.Slices;
import chorus.topology.engine.Work;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first stage's task, broken off again and again with batches that wait: all since the last commit is lost, and the entries
 * since then come again. Every change reaches its counting partition once, before the mark of its epoch.
 */
class BrokenOffTest {
    private static final int EPOCHS = 6;
    private static final int PARTITIONS = 3;
    private static final Rounds ROUNDS = new Rounds(Duration.ofMillis(200), () -> 0);
    private static final TaskId TASK = new TaskId(0, 0);
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.3, 20);

    private final Events events = Events.connect("mock://broken-off", "x-");
    private long nanos;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyChangeIsSentOnceWhereverTheTaskIsBrokenOff(long seed) {
        var random = new Random(seed);
        var window = 1 + random.nextInt(4);
        var log = RandomLog.draw(random, EPOCHS, seed % 4 == 3);
        var run = new Run(random, log, window);
        run.toTheEnd();
        assertThat(run.lost).as("stops with batches on the heap").isPositive();
        assertThat(run.carried).as("stops with batches in the outbox").isPositive();
        requireDeltas(run, log, window);
        requireRowsAndRefusals(run, log);
    }

    /** The messages in the order in which they were sent. */
    private void requireDeltas(Run run, RandomLog log, int window) {
        var batches = new ArrayList<Batch>();
        var ended = -1L;
        var firsts = new HashMap<Integer, Long>();
        for (var sent : run.routing.output()) {
            switch (DeltaWire.decode(sent.value())) {
                case Message.Changes changes -> {
                    assertThat(changes.epoch()).as("epoch of a batch").isGreaterThan(ended);
                    var destination = ByteBuffer.wrap(sent.key()).getInt();
                    assertThat(changes.first())
                            .as("the first edit of a batch, behind the first of the one before")
                            .isGreaterThan(firsts.getOrDefault(destination, -1L));
                    firsts.put(destination, changes.first());
                    batches.add(batch(changes, destination));
                }
                case Message.Ended mark -> {
                    assertThat(mark.epoch()).as("marks come in order").isEqualTo(++ended);
                    requireCounts(batches, ended, log, window);
                }
            }
        }
        assertThat(ended).isEqualTo(EPOCHS - 1);
    }

    private record Batch(long epoch, Deltas deltas) {}

    private static Batch batch(Message.Changes changes, int destination) {
        return new Batch(changes.epoch(), Wire.deltas(changes, destination, PARTITIONS));
    }

    private static void requireCounts(List<Batch> batches, long epoch, RandomLog log, int window) {
        for (var world = 0; world < RandomEdits.WORLDS; world++) {
            var sums = new Counts();
            for (var batch : batches) {
                if (batch.epoch <= epoch) {
                    sums.add(batch.deltas, world);
                }
            }
            assertThat(sums)
                    .as("changes of world %d up to the mark of epoch %d", world, epoch)
                    .isEqualTo(Counts.of(lists(log, epoch), world, window, HELD_OUT));
        }
    }

    private static NaiveLists lists(RandomLog log, long epoch) {
        var lists = new NaiveLists();
        log.upTo(epoch).forEach(edit -> lists.apply(edit, RandomEdits::known));
        return lists;
    }

    private void requireRowsAndRefusals(Run run, RandomLog log) {
        var published = new PublishedCuts(events);
        var refused = new ArrayList<Long>();
        for (var said : run.applying.output()) {
            switch (said.value()) {
                case FromEdits.Row(byte[] value) -> published.playlists(said.key(), value);
                case FromEdits.Refusal(byte[] value) ->
                    refused.add(events.refused().decode(value).offset());
                case FromEdits.Changes changes -> {}
                case FromEdits.Ended mark -> {}
            }
        }
        assertThat(refused).doesNotHaveDuplicates();
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            requireHeldOut(published.playlistsCut(epoch), lists(log, epoch));
        }
        var last = published.playlistsCut(EPOCHS - 1).mark();
        assertThat(last.refused()).isEqualTo(refused.size());
        assertThat(last.applied() + last.refused())
                .isEqualTo(log.upTo(EPOCHS - 1).size());
    }

    private static void requireHeldOut(PublishedCuts.PlaylistsCut cut, NaiveLists lists) {
        var heldOut = lists.alive().stream()
                .filter(id -> HELD_OUT.holds(new PlaylistId(id)))
                .toList();
        assertThat(cut.rows().keySet()).containsExactlyElementsOf(heldOut);
        cut.rows().forEach((id, row) -> {
            for (var world = 0; world < RandomEdits.WORLDS; world++) {
                assertThat(row.in(world)).isEqualTo(lists.view(id, world));
            }
        });
    }

    /** The stage's two processors, which commit and are broken off together, and where they stand in the log. */
    private final class Run {
        private static final int MOST_STEPS = 20_000;

        private final Random random;
        private final List<LogEntry> log;
        private final FragileTask<byte[], FromEdits> applying;
        private final FragileTask<FromEdits.ToCounts, byte[]> routing;
        private final int writers;
        private int next;
        private int committed;
        private int lost;
        private int carried;

        Run(Random random, RandomLog log, int window) {
            this.random = random;
            this.log = log.entries();
            writers = log.writers();
            applying = applying(window);
            routing = routing();
        }

        private FragileTask<byte[], FromEdits> applying(int window) {
            var hook = new CommitHook("applying");
            var hurried = random.nextBoolean() ? 1_000_000_000_000L : 0;
            var slices = new Slices(() -> nanos += hurried, Duration.ofMillis(200), Duration.ofSeconds(1));
            var work = new Work(slices, hook, ROUNDS);
            var setup = new ApplyEdits.Setup(
                    events,
                    new EditRules(
                            new WindowPairs(window),
                            HELD_OUT,
                            FedTracks.of(events, RandomEdits.knownTracks()).forOneThread()),
                    work,
                    settings(writers));
            return new FragileTask<>(
                    TASK,
                    hook,
                    () -> new FreshProcessor<>(work, context -> new ApplyEdits(setup, context)),
                    List.of(
                            new Store(ApplyEdits.PLAYLISTS, Serdes.Long(), Serdes.ByteArray()),
                            new Store(ApplyEdits.HELD_OUT, Serdes.ByteArray(), Serdes.ByteArray()),
                            new Store(ApplyEdits.LEDGER, Serdes.String(), Serdes.ByteArray())));
        }

        private static FragileTask<FromEdits.ToCounts, byte[]> routing() {
            var hook = new CommitHook("routing");
            var work = new Work(new Slices(() -> 0, Duration.ofMillis(200), Duration.ofSeconds(1)), hook, ROUNDS);
            return new FragileTask<>(
                    TASK,
                    hook,
                    () -> new FreshProcessor<>(work, context -> new RouteDeltas(context, PARTITIONS)),
                    List.of(new Store(RouteDeltas.OUTBOX, Serdes.Integer(), Serdes.ByteArray())));
        }

        void toTheEnd() {
            for (var steps = 0; committed < log.size() || !allIsSaid(); steps++) {
                assertThat(steps).as("steps").isLessThan(MOST_STEPS);
                step();
            }
        }

        private boolean allIsSaid() {
            return applying.output().stream().filter(Run::isMark).count() == EPOCHS
                    && routing.output().stream().filter(Run::isMark).count() == EPOCHS;
        }

        /** Marks have negative keys, or go to all. */
        private static boolean isMark(Record<byte[], ?> said) {
            return said.key()[0] < 0
                    && !(said.value() instanceof FromEdits.Refusal || said.value() instanceof FromEdits.Ended);
        }

        private void step() {
            switch (random.nextInt(60)) {
                case 0, 1, 2 -> breakOff();
                case 3 -> {
                    commit();
                    breakOff();
                }
                case 4 -> applying.flushCache();
                case 5 -> routing.flushCache();
                case 6, 7, 8 -> commit();
                case 9, 10 -> route(applying.punctuate());
                case 11 -> routing.punctuate();
                default -> read();
            }
        }

        private void read() {
            if (next < log.size()) {
                var entry = log.get(next);
                var key = ByteBuffer.allocate(8).putLong(RandomLog.key(entry)).array();
                route(applying.process(next++, key, events.edits().encode(entry)));
            }
        }

        private void route(List<Record<byte[], FromEdits>> said) {
            for (var one : said) {
                if (one.value() instanceof FromEdits.ToCounts counted) {
                    routing.process(next, one.key(), counted);
                }
            }
        }

        private void commit() {
            applying.commit();
            routing.commit();
            committed = next;
        }

        private void breakOff() {
            lost += routing.waits() && next > committed ? 1 : 0;
            var revive = random.nextBoolean();
            applying.breakOff(revive);
            routing.breakOff(revive);
            carried += routing.holds() ? 1 : 0;
            next = committed;
        }
    }

    /** One partition has all playlists. */
    private static Settings settings(int writers) {
        return SettingsLoader.load(
                Optional.empty(),
                List.of(
                        "kafka.partitions=1",
                        "simulate.writers=" + writers,
                        "campaigns=[{name: a, strategy: Random, budget: 1, start: 1}, "
                                + "{name: b, strategy: Random, budget: 1, start: 1}]",
                        "worlds=[{name: twin}, {name: a, campaigns: [a]}, {name: b, campaigns: [b]}]"));
    }
}
