package chorus.run.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.orders.OrderDecision;
import chorus.run.orders.Heard.Further;
import chorus.run.orders.Heard.TooLate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one goes by is a text here, and each order adds its letter; those of another plan have none. */
class HeardTest {
    private static final Further<String> ADDING =
            (now, accepted) -> accepted.order().isEmpty() ? Optional.empty() : Optional.of(now + accepted.order());

    @Test
    void itGoesOnWithWhatWasAcceptedSinceTheLastTime() {
        var decided = new ArrayList<OrderDecision>();
        var heard = new Heard<>("", ADDING);
        assertThat(heard.news(decided, 0)).isEmpty();
        decided.add(OrderDecision.accepted(0, 2, "a"));
        decided.add(OrderDecision.refused(1, "no"));
        decided.add(OrderDecision.accepted(2, 1, "b"));
        assertThat(heard.news(decided, 1)).hasValue("ab");
        assertThat(heard.news(decided, 2)).as("nothing is new").isEmpty();
        decided.add(OrderDecision.accepted(3, 4, "c"));
        assertThat(heard.news(decided, 4)).hasValue("abc");
        assertThat(Heard.after("x", decided, ADDING)).isEqualTo("xabc");
    }

    @Test
    void whatIsForAnotherPlanIsNoNewsHoweverLateItComes() {
        var heard = new Heard<>("", ADDING);
        assertThat(heard.news(List.of(OrderDecision.accepted(0, 1, "")), 9)).isEmpty();
    }

    @Test
    void anOrderThatHeldBeforeIsTooLate() {
        var heard = new Heard<>("", ADDING);
        assertThatThrownBy(() -> heard.news(List.of(OrderDecision.accepted(0, 3, "a")), 4))
                .isInstanceOf(TooLate.class)
                .hasMessageStartingWith("an order holds from epoch 3, and a writer that has given all before epoch 4");
    }
}
