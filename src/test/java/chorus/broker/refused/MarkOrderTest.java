package chorus.broker.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.refused.MarkOrder.TwoMarks;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class MarkOrderTest {
    private final MarkOrder order = new MarkOrder();

    private static ConsumerRecord<byte[], byte[]> mark(long offset, int content) {
        return new ConsumerRecord<>("neighbours", 2, offset, new byte[] {-1}, new byte[] {(byte) content});
    }

    @Test
    void aMarkFarAheadOfAllThatWasReadIsRefused() {
        assertThat(order.fault(mark(0, 0), 0)).isNull();
        assertThat(order.fault(mark(1, 0), 1001)).isEqualTo("epoch-too-far");
        assertThat(order.fault(mark(2, 0), Long.MAX_VALUE)).isEqualTo("epoch-too-far");
        assertThat(order.fault(mark(3, 0), -1)).isEqualTo("epoch-too-far");
        assertThat(order.fault(mark(4, 0), 1)).isNull();
    }

    @Test
    void aMarkOfAPastEpochIsRefusedAndSoIsARepeatedOne() {
        assertThat(order.fault(mark(0, 0), 3)).isNull();
        assertThat(order.fault(mark(1, 7), 2)).isEqualTo("mark-of-a-past-epoch");
        assertThat(order.fault(mark(2, 0), 3)).isEqualTo("mark-of-a-past-epoch");
        assertThat(order.fault(mark(3, 0), 4)).isNull();
    }

    @Test
    void whoeverReadsAgainKnowsHowFarEpochsHaveCome() {
        assertThat(order.fault(mark(0, 0), 900)).isNull();
        assertThat(order.fault(mark(1, 0), 1800)).isNull();
        assertThat(order.again().fault(mark(1, 0), 1800)).isNull();
        assertThat(new MarkOrder().fault(mark(1, 0), 1800)).isEqualTo("epoch-too-far");
    }

    @Test
    void twoMarksOfOneEpochThatDifferEndTheRunWithTheirPlaces() {
        assertThat(order.fault(mark(5, 1), 3)).isNull();
        assertThatThrownBy(() -> order.fault(mark(9, 2), 3))
                .isInstanceOf(TwoMarks.class)
                .hasMessageStartingWith(
                        "topic neighbours, partition 2, offset 9: ends epoch 3 otherwise than offset 5 does")
                .hasMessageNotContaining("\n");
    }
}
