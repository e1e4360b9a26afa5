package chorus.state.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.state.Counts;
import chorus.state.cooccurrence.Deltas;
import chorus.state.wire.DeltaWire.Message;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first stage sends: it comes back as it was. */
class DeltaBatchesTest {
    private static final int PARTITIONS = 5;
    private static final int WORLDS = WorldSet.MOST;

    private final Map<Integer, byte[]> sent = new TreeMap<>();
    private final DeltaBatches batches = new DeltaBatches(3, PARTITIONS, sent::put);

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private static Deltas deltas(Random random) {
        var deltas = new Deltas();
        for (var i = random.nextInt(60); i > 0; i--) {
            deltas.pair(
                    random.nextInt(1 << 20),
                    1 << 20 | random.nextInt(1 << 20),
                    random.nextInt(3) - 1,
                    random.nextInt(3) - 1,
                    set(random));
        }
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            deltas.track(random.nextInt(1 << 20), random.nextInt(3) - 1, set(random));
        }
        return deltas;
    }

    /** All, some without the twin, all but some. */
    private static int set(Random random) {
        var some = 1 + random.nextInt((1 << WORLDS - 1) - 1) << 1;
        return List.of(WorldSet.ALL.bits(), some, ~some).get(random.nextInt(3));
    }

    private static List<Counts> sums(List<Deltas> all) {
        return IntStream.range(0, WORLDS)
                .mapToObj(world -> {
                    var counts = new Counts();
                    all.forEach(deltas -> counts.add(deltas, world));
                    return counts;
                })
                .toList();
    }

    /** Two edits in one batch: each destination gets what it counts and nothing else. */
    @ParameterizedTest
    @MethodSource("seeds")
    void deltasGoToWhoCountsThemAndComeBackWhole(long seed) {
        var sent = List.of(deltas(new Random(seed)), deltas(new Random(-seed)));
        batches.add(seed, 70, sent.getFirst());
        batches.add(seed, 71, sent.getLast());
        assertThat(batches.isEmpty()).isFalse();
        var waited = new TreeMap<Integer, byte[]>();
        for (var destination = 0; destination < PARTITIONS; destination++) {
            if (batches.waits(destination)) {
                waited.put(destination, batches.peek(destination));
            }
        }
        assertThat(this.sent).isEmpty();
        batches.flush();
        assertThat(batches.isEmpty()).isTrue();
        assertThat(this.sent.keySet()).isEqualTo(waited.keySet());
        var received = new ArrayList<Deltas>();
        this.sent.forEach((destination, batch) -> {
            assertThat(batch).isEqualTo(waited.get(destination));
            received.add(deltas(batch, destination, seed));
        });
        assertThat(sums(received)).isEqualTo(sums(sent));
    }

    private static Deltas deltas(byte[] batch, int destination, long epoch) {
        var changes = (Message.Changes) DeltaWire.decode(batch);
        assertThat(List.of(changes.epoch(), (long) changes.upstream())).containsExactly(epoch, 3L);
        assertThat(changes.first()).as("the first edit").isIn(70L, 71L);
        var deltas = Wire.deltas(changes, destination, PARTITIONS);
        assertThat(deltas.isEmpty()).isFalse();
        return deltas;
    }

    /** What concerns all worlds takes no byte for them; what concerns some says which. */
    @Test
    void aBatchSaysOfWhichWorldsAChangeIsWhereItIsNotOfAll() {
        var deltas = new Deltas();
        deltas.pair(5, 6, 1, 1, WorldSet.ALL.bits());
        deltas.pair(5, 7, 1, 0, 0b0110);
        deltas.pair(5, 8, 1, 0, ~0b0010);
        deltas.track(5, 1, 0b0110);
        // version, kind, epoch, upstream, first; from, to, code: 2+3·2, then 2+3·1 and nine more with the set;
        // all and, of world 1, the opposite: 0+3·1+9; the track on the diagonal
        assertThat(Wire.batch(9, 2, deltas))
                .containsExactly(4, 0, 9, 2, 0, 5, 6, 8, 5, 7, 14, 6, 5, 8, 5, 5, 8, 12, 2, 5, 5, 14, 6);
    }

    @Test
    void aMarkTellsWhoEndedAndHowManyThereAre() {
        assertThat(DeltaWire.decode(batches.mark(12))).isEqualTo(new Message.Ended(12, 3, PARTITIONS));
    }

    @Test
    void whatWaitsGoesBeforeAnotherEpochsDeltas() {
        batches.add(4, 1, deltas(new Random(1)));
        assertThat(sent).isEmpty();
        batches.add(5, 2, deltas(new Random(2)));
        assertThat(sent).isNotEmpty().allSatisfy((destination, batch) -> assertThat(
                        DeltaWire.decode(batch).epoch())
                .isEqualTo(4));
    }

    @Test
    void aFullBatchGoesAtOnce() {
        var random = new Random(1);
        for (var edit = 0; edit < 5000 && sent.isEmpty(); edit++) {
            batches.add(0, edit, deltas(random));
        }
        assertThat(sent.values()).allSatisfy(batch -> assertThat(batch).hasSizeBetween(32 << 10, 33 << 10));
        assertThat(sent).isNotEmpty();
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> DeltaWire.decode(new byte[] {1, 0})).hasMessageContaining("version 1");
    }
}
