package chorus.broker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.ProducerState;
import org.junit.jupiter.api.Test;

class TransactionEndsTest {
    private final TransactionEnds ends = new TransactionEnds();

    private static ProducerState open(long producer, long first) {
        return new ProducerState(producer, 0, 9, 1, OptionalInt.of(0), OptionalLong.of(first));
    }

    private static ProducerState closed(long producer, int sequence) {
        return new ProducerState(producer, 0, sequence, 1, OptionalInt.of(0), OptionalLong.empty());
    }

    /** Producer 1 ended its transaction and began the next at 70; producer 2 is in one since 40. The marker is at 69 at the latest. */
    @Test
    void aTransactionUnderWayHasEndedTheOneBeforeInFrontOfIt() {
        assertThat(ends.bound(List.of(open(1, 70), open(2, 40)), 95)).isEqualTo(69);
    }

    @Test
    void aProducerAtRestHasEndedAtTheFirstLookThatFoundItSo() {
        assertThat(ends.bound(List.of(closed(1, 5)), 50)).isEqualTo(49);
        assertThat(ends.bound(List.of(closed(1, 5), open(2, 50)), 80)).isEqualTo(49);
        assertThat(ends.bound(List.of(closed(1, 8)), 90)).isEqualTo(89); // has written since
    }

    @Test
    void withoutTransactionsTheEndItselfIsTheBound() {
        assertThat(ends.bound(List.of(), 7)).isEqualTo(7);
        assertThat(ends.bound(
                        List.of(new ProducerState(1, 0, 3, 1, OptionalInt.empty(), OptionalLong.empty())), 7))
                .isEqualTo(7);
    }
}
