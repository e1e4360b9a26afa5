package chorus.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock that is set by hand, beside time that goes on. */
class TimeOfDayTest {
    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final AtomicLong nanos = new AtomicLong(17);
    private final List<String> told = new ArrayList<>();
    private final List<String> stands = new ArrayList<>();
    private final Waits waits = Waits.unwatched(nanos::get, news -> {
        switch (news) {
            case Waits.Still(var part, var since) -> assertThat(since).as(part).isGreaterThanOrEqualTo(Duration.ZERO);
            case Waits.Stands(var part, var what, var since) -> stands.add(part + ": " + what);
            case Waits.GoesOn(var part, var after) -> stands.add(part + " after " + after.toSeconds());
        }
    });
    private final TimeOfDay time = TimeOfDay.unwatched(millis::get, nanos::get, waits::begin, told::add);

    private void pass(int seconds, int stepSeconds) {
        millis.addAndGet(Duration.ofSeconds(seconds + stepSeconds).toMillis());
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
        time.look();
        waits.look();
    }

    @Test
    void aClockThatGoesAsTimeDoesIsNotTold() {
        pass(1, 0);
        pass(3600, 0);
        pass(1, 3);
        pass(1, -3);
        assertThat(told).isEmpty();
        assertThat(stands).isEmpty();
    }

    @Test
    void setOnIsToldOnce() {
        pass(1, 3600);
        pass(1, 0);
        assertThat(told)
                .containsExactly(
                        "the clock was set on by 3600 s, or the machine slept: sessions may have ended, and are begun again");
        assertThat(stands).isEmpty();
    }

    @Test
    void setBackIsToldAndAWaitUntilTheTimeIsWhatItWas() {
        pass(1, -60);
        assertThat(told).containsExactly("the clock was set back by 60 s");
        pass(1, 0);
        assertThat(stands)
                .containsExactly("clock: the time of day to be again what it was, in 58 s: clients of Kafka time by it;"
                        + " the same command, ended and started again, goes on at once");
        pass(30, 0);
        pass(26, 0);
        pass(1, 0);
        assertThat(told).hasSize(1);
        assertThat(stands.getLast()).startsWith("clock after ");
        var all = stands.size();
        pass(60, 0);
        assertThat(stands).hasSize(all);
    }

    @Test
    void setBackAndForthEndsTheWait() {
        pass(1, -600);
        pass(2, 0);
        pass(1, 600);
        assertThat(told).hasSize(2);
        assertThat(stands).hasSize(2);
        assertThat(stands.getLast()).startsWith("clock after ");
    }
}
