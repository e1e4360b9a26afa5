package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(5);

    @Test
    void whatWasThereAlreadySaysNothingOfThePace() {
        var left = new TimeLeft(100, clock::get);
        assertThat(left.after(40)).isEmpty();
        // 10 in 100 s, 50 to go
        clock.addAndGet(100 * SECOND);
        assertThat(left.after(50)).isEqualTo("8 min left");
        // 50 in 120 s, 10 to go
        clock.addAndGet(20 * SECOND);
        assertThat(left.after(90)).isEqualTo("24 s left");
        assertThat(left.after(100)).isEmpty();
    }

    @Test
    void withNothingThereThePaceIsThatOfTheWhole() {
        var left = new TimeLeft(4, clock::get);
        clock.addAndGet(30 * SECOND);
        assertThat(left.after(1)).isEqualTo("90 s left");
    }
}
