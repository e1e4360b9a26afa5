package chorus.state.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.rows.CountsMark.WorldDigest;
import chorus.state.cooccurrence.HeapChunks;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PlainTable;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.counts.CountLedger.Phase;
import chorus.worlds.WorldSet;
import org.junit.jupiter.api.Test;

class CountLedgerTest {
    private static final int WORLDS = 3;

    private final HeapChunks chunks = new HeapChunks();

    private static CountLedger fresh() {
        return CountLedger.of(null, WORLDS);
    }

    private static CountLedger restored(CountLedger ledger) {
        return CountLedger.of(ledger.toBytes(), WORLDS);
    }

    /** Changes the number of playlists that hold track 4, in each world. */
    private void merge(CountLedger ledger, int... byWorld) {
        var changes = new PlainTable(WORLDS);
        for (var world = 0; world < WORLDS; world++) {
            changes.add(4, 4, world, Lanes.of(byWorld[world], 0));
        }
        new RowMerge(8, chunks, ledger.tally()).merge(changes.sorted());
    }

    @Test
    void aNewLedgerIsOpenInEpochZero() {
        var ledger = restored(fresh());
        assertThat(ledger.current()).isZero();
        assertThat(ledger.phase()).isEqualTo(Phase.OPEN);
        assertThat(ledger.ended()).isFalse();
    }

    @Test
    void everyPhaseTalliesAndMarksComeBackAfterARestart() {
        var ledger = fresh();
        merge(ledger, 7, 6, 0);
        var tally = ledger.tally().parts();
        ledger.gate().ended(0, 0, 2);
        ledger = restored(ledger);
        assertThat(ledger.ended()).isFalse();
        ledger.gate().ended(0, 1, 2);
        assertThat(ledger.ended()).isTrue();
        ledger.begin(Phase.MERGING, 3);
        assertThat(ledger.done()).isEqualTo(-1);
        ledger.done(77);
        ledger = restored(ledger);
        assertThat(ledger.phase()).isEqualTo(Phase.MERGING);
        assertThat(ledger.runs()).isEqualTo(3);
        assertThat(ledger.done()).isEqualTo(77);
        ledger.merged();
        assertThat(restored(ledger).phase()).isEqualTo(Phase.OPEN);
        ledger.begin(Phase.CLOSING, 5);
        ledger = restored(ledger);
        assertThat(ledger.phase()).isEqualTo(Phase.CLOSING);
        assertThat(ledger.runs()).isEqualTo(5);
        assertThat(ledger.done()).isEqualTo(-1);
        ledger.closed();
        ledger = restored(ledger);
        assertThat(ledger.current()).isEqualTo(1);
        assertThat(ledger.phase()).isEqualTo(Phase.OPEN);
        assertThat(ledger.tally().parts()).isEqualTo(tally);
        assertThat(ledger.tally().of(0).tracks()).isEqualTo(1);
        assertThat(ledger.tally().of(1).tracks()).isEqualTo(1);
        assertThat(ledger.tally().of(2)).isEqualTo(WorldDigest.NONE);
        merge(ledger, -7, -6, 0);
        assertThat(restored(ledger).tally().parts()).isEqualTo(fresh().tally().parts());
    }

    @Test
    void aLedgerOfAnotherNumberOfWorldsIsNotRead() {
        var bytes = fresh().toBytes();
        assertThatThrownBy(() -> CountLedger.of(bytes, WORLDS + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 worlds")
                .hasMessageContaining("4");
    }

    @Test
    void aLedgerHoldsAsManyWorldsAsThereMayBe() {
        var ledger = CountLedger.of(null, WorldSet.MOST);
        var changes = new PlainTable(WorldSet.MOST);
        for (var world = 0; world < WorldSet.MOST; world++) {
            changes.add(4, 4, world, Lanes.of(1 + world, 0));
            changes.add(4, 5, world, Lanes.of(world, 0));
        }
        new RowMerge(8, chunks, ledger.tally()).merge(changes.sorted());
        var back = CountLedger.of(ledger.toBytes(), WorldSet.MOST).tally();
        for (var world = 0; world < WorldSet.MOST; world++) {
            assertThat(back.of(world)).isEqualTo(changes.counts(world).digest());
        }
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> CountLedger.of(new byte[] {9}, WORLDS)).hasMessageContaining("version 9");
    }
}
