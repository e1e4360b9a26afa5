package chorus.state.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.state.cooccurrence.HeapChunks;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.counts.CountLedger.Phase;
import org.junit.jupiter.api.Test;

class CountLedgerTest {
    private static CountLedger restored(CountLedger ledger) {
        return CountLedger.of(ledger.toBytes());
    }

    private final HeapChunks chunks = new HeapChunks();

    /** Changes the number of playlists that hold track 4. */
    private void merge(CountLedger ledger, int factual, int counterfactual) {
        var changes = new PairChanges(1);
        changes.add(4, 4, Lanes.of(factual, 0), Lanes.of(counterfactual, 0));
        new RowMerge(8, chunks, ledger.tally()).merge(changes.sorted());
    }

    @Test
    void aNewLedgerIsOpenInEpochZero() {
        var ledger = restored(CountLedger.of(null));
        assertThat(ledger.current()).isZero();
        assertThat(ledger.phase()).isEqualTo(Phase.OPEN);
        assertThat(ledger.ended()).isFalse();
    }

    @Test
    void everyPhaseTalliesAndMarksComeBackAfterARestart() {
        var ledger = CountLedger.of(null);
        merge(ledger, 7, 6);
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
        assertThat(ledger.tally().factual().tracks()).isEqualTo(1);
        merge(ledger, -7, -6);
        assertThat(ledger.tally().factual())
                .isEqualTo(CountLedger.of(null).tally().factual());
        assertThat(ledger.tally().counterfactual())
                .isEqualTo(CountLedger.of(null).tally().counterfactual());
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> CountLedger.of(new byte[] {9})).hasMessageContaining("version 9");
    }
}
