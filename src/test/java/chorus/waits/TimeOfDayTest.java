package chorus.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock that is set by hand, beside time that goes on. */
class TimeOfDayTest {
    private static final String WHY = ": clients of Kafka time by it, so sessions may end and are begun again";

    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final AtomicLong nanos = new AtomicLong(17);
    private final List<String> told = new ArrayList<>();
    private final TimeOfDay time = TimeOfDay.unwatched(millis::get, nanos::get, told::add);

    private void pass(int seconds, int step) {
        millis.addAndGet(Duration.ofSeconds(seconds + step).toMillis());
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        time.look();
    }

    @Test
    void aClockThatGoesAsTimeDoesIsNotTold() {
        pass(1, 0);
        pass(3600, 0);
        pass(1, 3);
        pass(1, -3);
        assertThat(told).isEmpty();
    }

    @Test
    void eachStepIsToldOnce() {
        pass(1, 3600);
        pass(1, 0);
        pass(2, -60);
        pass(1, 0);
        assertThat(told)
                .containsExactly(
                        "the clock was set on by 3600 s, or the machine slept" + WHY,
                        "the clock was set back by 60 s" + WHY);
    }
}
