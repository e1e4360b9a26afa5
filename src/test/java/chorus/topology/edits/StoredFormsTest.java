package chorus.topology.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.World;
import chorus.state.Counts;
import chorus.state.cooccurrence.Deltas;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.topology.edits.DeltaWire.Message;
import chorus.topology.edits.EditLedger.Tallies;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first stage stores and sends: it comes back as it was. */
class StoredFormsTest {
    private static final int PARTITIONS = 5;

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlaylistComesBack(long seed) {
        var random = new Random(seed);
        var entries = random.ints(random.nextInt(300), 0, Integer.MAX_VALUE).toArray();
        var life = List.of(Life.UNBORN, Life.ALIVE, Life.DELETED).get(random.nextInt(3));
        var state = new PlaylistState(
                random.nextLong() >>> random.nextInt(64), random.nextLong() >>> 1 + random.nextInt(63), life, entries);
        assertThat(PlaylistCodec.decode(new PlaylistCodec().encode(state)))
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    @Test
    void aLedgerComesBackWithItsTalliesByEpoch() {
        var ledger = EditLedger.of(null);
        ledger.count(0, new Tallies(3, 1, 9, 2));
        ledger.count(1, new Tallies(-1, 0, 4, 0));
        ledger.count(7, Tallies.REFUSED);
        ledger.gate().ended(0, 0, 1);
        ledger.gate().ended(2, 0, 1);
        var first = ledger.publish(2, 4);
        assertThat(List.of(first.training(), first.heldOut(), first.applied(), first.refused()))
                .containsExactly(3L, 1L, 9L, 2L);
        var back = EditLedger.of(ledger.toBytes());
        assertThat(back.published()).isEqualTo(1);
        assertThat(back.gate().open()).isEqualTo(1);
        back.gate().ended(1, 0, 1);
        assertThat(back.gate().open()).isEqualTo(3);
        // 3 − 1, 1 + 0, 9 + 4, 2 + 0
        var second = back.publish(2, 4);
        assertThat(List.of(second.epoch(), second.training(), second.heldOut(), second.applied(), second.refused()))
                .containsExactly(1L, 2L, 1L, 13L, 2L);
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> PlaylistCodec.decode(new byte[] {2, 0, 0, 0})).hasMessageContaining("version 2");
        assertThatThrownBy(() -> EditLedger.of(new byte[] {2})).hasMessageContaining("version 2");
        assertThatThrownBy(() -> DeltaWire.decode(new byte[] {1, 0})).hasMessageContaining("version 1");
    }

    private static Deltas deltas(Random random) {
        var deltas = new Deltas();
        for (var i = random.nextInt(60); i > 0; i--) {
            deltas.pair(
                    random.nextInt(1 << 20),
                    1 << 20 | random.nextInt(1 << 20),
                    random.nextInt(3) - 1,
                    random.nextInt(3) - 1,
                    World.of(random.nextInt(3)));
        }
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            deltas.track(random.nextInt(1 << 20), random.nextInt(3) - 1, World.of(random.nextInt(3)));
        }
        return deltas;
    }

    private static List<Counts> sums(List<Deltas> all) {
        var factual = new Counts();
        var counterfactual = new Counts();
        for (var deltas : all) {
            factual.add(deltas, World.FACTUAL);
            counterfactual.add(deltas, World.COUNTERFACTUAL);
        }
        return List.of(factual, counterfactual);
    }

    /** Two edits in one batch: each destination gets what it counts and nothing else. */
    @ParameterizedTest
    @MethodSource("seeds")
    void deltasGoToWhoCountsThemAndComeBackWhole(long seed) {
        var sent = List.of(deltas(new Random(seed)), deltas(new Random(-seed)));
        var batches = new DeltaBatches(3, PARTITIONS);
        batches.edit(70);
        batches.add(seed, sent.getFirst());
        batches.edit(71);
        batches.add(seed, sent.getLast());
        var received = new ArrayList<Deltas>();
        for (var destination = 0; destination < PARTITIONS; destination++) {
            var waits = batches.bytes(destination) > 0;
            var peeked = batches.peek(destination);
            var batch = batches.take(destination);
            assertThat(batch).isEqualTo(peeked);
            assertThat(batch.length > 0).isEqualTo(waits);
            if (waits) {
                received.add(deltas(batch, destination, seed));
            }
        }
        assertThat(batches.isEmpty()).isTrue();
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

    @Test
    void aMarkTellsWhoEndedAndHowManyThereAre() {
        var batches = new DeltaBatches(3, PARTITIONS);
        assertThat(DeltaWire.decode(batches.mark(12))).isEqualTo(new Message.Ended(12, 3, PARTITIONS));
    }

    @Test
    void aRecordGoesWhereItsKeySaysAndAMarkToAllPartitions() {
        assertThat(partitions(4)).containsExactly(4);
        assertThat(partitions(-1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static Set<Integer> partitions(int key) {
        var bytes = ByteBuffer.allocate(4).putInt(key).array();
        return RouteDeltas.partitioner(PARTITIONS)
                .partitions("deltas", bytes, new byte[0], PARTITIONS)
                .orElseThrow();
    }
}
