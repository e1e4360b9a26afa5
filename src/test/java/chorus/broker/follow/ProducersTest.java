package chorus.broker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.ProducerState;
import org.junit.jupiter.api.Test;

class ProducersTest {
    private static final OptionalLong NO_TRANSACTION = OptionalLong.empty();

    private static ProducerState producer(long id, int sequence, OptionalLong first) {
        return new ProducerState(id, 0, sequence, 1, OptionalInt.of(0), first);
    }

    @Test
    void behindTheLastMarkerNothingIsLeftToRead() {
        assertThat(Producers.of(List.of(producer(1, 5, NO_TRANSACTION))).reachable(50))
                .isEqualTo(49);
    }

    @Test
    void recordsOfTransactionsUnderWayAreStillToBeRead() {
        assertThat(Producers.of(List.of(producer(1, 5, NO_TRANSACTION), producer(2, 3, OptionalLong.of(40))))
                        .reachable(50))
                .isEqualTo(50);
    }

    @Test
    void withoutTransactionsThereAreNoMarkers() {
        var plain = new ProducerState(1, 0, 3, 1, OptionalInt.empty(), NO_TRANSACTION);
        assertThat(Producers.of(List.of(plain)).reachable(7)).isEqualTo(7);
        assertThat(Producers.of(List.of()).reachable(0)).isZero();
    }

    @Test
    void looksAreEqualUnlessATransactionBeganOrEndedBetween() {
        var look = Producers.of(List.of(producer(1, 5, OptionalLong.of(40))));
        assertThat(Producers.of(List.of(producer(1, 8, OptionalLong.of(40))))).isEqualTo(look);
        assertThat(Producers.of(List.of(producer(1, 8, OptionalLong.of(60))))).isNotEqualTo(look);
    }
}
