package chorus.state.counts;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.state.bytes.HeapStore;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.Lanes;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Message;
import chorus.state.wire.Wire;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs and batches of several epochs in one store, and what a restart finds of them. */
class JournalTest {
    private static final int BUFFERED = 10;

    private final HeapStore<byte[]> store = HeapStore.emptyByBytes();
    private Journal journal = new Journal(store, BUFFERED);

    private void add(long epoch, int from, int to, int window) {
        add(epoch, from, to, window, WorldSet.ALL);
    }

    private void add(long epoch, int from, int to, int window, WorldSet set) {
        var deltas = new Deltas();
        deltas.pair(from, to, window, 0, set.bits());
        var bytes = Wire.batch(epoch, 0, deltas);
        if (DeltaWire.decode(bytes) instanceof Message.Changes batch) {
            journal.add(batch, bytes);
        }
    }

    private void restart() {
        journal.save();
        journal = new Journal(store, BUFFERED);
    }

    /** "from→to window", and how much more in world 2 where it differs, of all that an epoch's runs before {@code end} hold. */
    private List<String> merged(long epoch, int end) {
        var all = new ArrayList<String>();
        var merge = journal.merge(epoch, end, -1);
        for (var next = merge.next(1, Integer.MAX_VALUE); next != null; next = merge.next(1, Integer.MAX_VALUE)) {
            for (var i = 0; i < next.size(); i++) {
                all.add(next.from(i) + "→" + next.to(i) + " " + Lanes.window(next.twin()[i])
                        + inWorld2(next.others()[i]));
            }
        }
        return all;
    }

    private static String inWorld2(Differences others) {
        return others.isEmpty() ? "" : " and " + Lanes.window(others.in(2));
    }

    @Test
    void runsAndBatchesOfEachEpochComeBackAfterARestart() {
        add(3, 1, 2, 1);
        assertThat(journal.seal(3)).isEqualTo(1);
        add(3, 1, 2, 1);
        add(3, 4, 5, 1);
        add(4, 1, 2, -1);
        restart();
        add(3, 0, 9, 1);
        assertThat(journal.seal(3)).isEqualTo(2);
        restart();
        assertThat(merged(3, 2)).containsExactly("0→9 1", "1→2 2", "4→5 1");
        assertThat(merged(3, 1)).containsExactly("1→2 1");
        assertThat(journal.seal(4)).isEqualTo(1);
        assertThat(merged(4, 1)).containsExactly("1→2 -1");
        journal.merged(3, 2);
        journal.merged(4, 1);
        assertThat(store.size()).isZero();
    }

    @Test
    void changesOfSomeWorldsComeBackAfterARestart() {
        add(0, 1, 2, 1, WorldSet.only(2));
        journal.seal(0);
        add(0, 1, 2, 1);
        add(0, 1, 2, 1, WorldSet.ALL.without(WorldSet.only(2)));
        restart();
        add(0, 1, 2, 1, WorldSet.only(2));
        add(0, 1, 3, -1, WorldSet.only(2).with(WorldSet.only(1)));
        assertThat(journal.seal(0)).isEqualTo(2);
        restart();
        // 1→2: in the twin 1+1, in world 2 one more, one more, one less and one more than that
        assertThat(merged(0, 2)).containsExactly("1→2 2 and 1", "1→3 0 and -1");
        assertThat(merged(0, 1)).containsExactly("1→2 0 and 1");
    }

    @Test
    void aRunTakesThePlaceOfItsStoredBatches() {
        for (var commit = 0; commit < 5; commit++) {
            add(0, 1, commit, 1);
            journal.save();
        }
        assertThat(store.size()).isEqualTo(5);
        journal.seal(0);
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void whatCancelsOutTakesNoNumber() {
        add(0, 1, 2, 1);
        journal.seal(0);
        add(0, 3, 4, 1);
        add(0, 3, 4, -1);
        journal.save();
        assertThat(journal.seal(0)).isEqualTo(1);
        restart();
        add(0, 5, 6, 1);
        assertThat(journal.seal(0)).isEqualTo(2);
        assertThat(merged(0, 2)).containsExactly("1→2 1", "5→6 1");
        assertThat(merged(0, 1)).containsExactly("1→2 1");
    }

    @Test
    void changesOfAllEpochsTogetherFillTheHeap() {
        for (var i = 0; i < BUFFERED - 1; i++) {
            add(i % 2, 1, i, 1);
        }
        assertThat(store.size()).isZero();
        // epoch 0 has five of nine; the one that has most is sorted
        add(0, 1, 100, 1);
        assertThat(store.size()).isEqualTo(1);
        assertThat(merged(0, 1)).hasSize(6);
        assertThat(merged(1, 1)).isEmpty();
    }

    @Test
    void manyRunsAreMergedBeforeTheirEpochEnds() {
        for (var run = 0; run < 32; run++) {
            assertThat(journal.crowded(0)).isFalse();
            add(0, run, 1, 1);
            journal.seal(0);
        }
        assertThat(journal.crowded(0)).isTrue();
        restart();
        assertThat(journal.crowded(0)).isTrue();
        assertThat(merged(0, 32)).hasSize(32);
        add(0, 50, 1, 1);
        journal.merged(0, 32);
        assertThat(journal.crowded(0)).isFalse();
        restart();
        assertThat(merged(0, journal.seal(0))).containsExactly("50→1 1");
    }
}
