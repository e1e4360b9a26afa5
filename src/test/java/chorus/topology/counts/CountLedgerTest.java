package chorus.topology.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.topology.counts.CountLedger.Phase;
import org.junit.jupiter.api.Test;

class CountLedgerTest {
    private static CountLedger restored(CountLedger ledger) {
        return CountLedger.of(ledger.toBytes());
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
        ledger.tally().track(4, 0, 7, 0, 6);
        ledger.gate().ended(0, 0, 2);
        ledger = restored(ledger);
        assertThat(ledger.ended()).isFalse();
        ledger.gate().ended(0, 1, 2);
        assertThat(ledger.ended()).isTrue();
        ledger.closing();
        ledger = restored(ledger);
        assertThat(ledger.phase()).isEqualTo(Phase.CLOSING);
        ledger.opening();
        ledger = restored(ledger);
        assertThat(ledger.phase()).isEqualTo(Phase.OPENING);
        assertThat(ledger.current()).isEqualTo(1);
        ledger.opened();
        assertThat(restored(ledger).phase()).isEqualTo(Phase.OPEN);
        assertThat(ledger.tally().factual().tracks()).isEqualTo(1);
        ledger.tally().track(4, 7, 0, 6, 0);
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
