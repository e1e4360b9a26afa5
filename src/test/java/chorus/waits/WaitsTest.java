package chorus.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A part that waits, on a clock that is moved by hand. */
class WaitsTest {
    private final AtomicLong clock = new AtomicLong(17);
    private final List<String> told = new ArrayList<>();
    private final List<Duration> still = new ArrayList<>();
    private final Waits waits = Waits.unwatched(clock::get, news -> {
        switch (news) {
            case Waits.Still(var part, var since) -> still.add(since);
            case Waits.Stands(var part, var what, var since) ->
                told.add(part + " waits for " + what + " since " + since.toSeconds());
            case Waits.GoesOn(var part, var after) -> told.add(part + " goes on after " + after.toSeconds());
        }
    });

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        waits.look();
    }

    @Test
    void aMinuteWithoutProgressIsToldThenTwiceThatThenFourTimes() {
        waits.begin("trainer", () -> "epoch 3", Waits.PATIENCE);
        pass(59);
        assertThat(told).isEmpty();
        pass(1);
        assertThat(told).containsExactly("trainer waits for epoch 3 since 60");
        pass(59);
        pass(1);
        pass(119);
        pass(1);
        assertThat(told)
                .containsExactly(
                        "trainer waits for epoch 3 since 60",
                        "trainer waits for epoch 3 since 120",
                        "trainer waits for epoch 3 since 240");
        assertThat(still.getLast()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void whatIsGivenUpDoesNotGoOn() {
        var wait = waits.begin("brokers", () -> "an answer", Duration.ofSeconds(10));
        pass(10);
        wait.giveUp();
        pass(60);
        wait.close();
        assertThat(told).containsExactly("brokers waits for an answer since 10");
        assertThat(still.getLast()).isZero();
    }

    @Test
    void progressBeginsTheMinuteAnew() {
        var wait = waits.begin("writer 0", () -> "generation 1", Waits.PATIENCE);
        pass(50);
        wait.moved();
        pass(50);
        assertThat(told).isEmpty();
        pass(10);
        assertThat(told).containsExactly("writer 0 waits for generation 1 since 60");
    }

    @Test
    void goingOnIsToldOnceAndOnlyOfWhatStood() {
        var wait = waits.begin("topology", () -> "its stores", Waits.PATIENCE);
        pass(30);
        wait.moved();
        pass(70);
        wait.moved();
        pass(1);
        pass(1);
        assertThat(told).containsExactly("topology waits for its stores since 70", "topology goes on after 70");
        assertThat(still.getLast()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatHasEndedIsNotWaitedForAnyMore() {
        var wait = waits.begin("topology", () -> "its stores", Waits.PATIENCE);
        pass(61);
        wait.close();
        wait.close();
        pass(600);
        assertThat(told).containsExactly("topology waits for its stores since 61", "topology goes on after 61");
        assertThat(still.getLast()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whoHasLessPatienceIsToldEarlier() {
        var wait = waits.begin("brokers", () -> "an answer", Duration.ofSeconds(10));
        pass(9);
        assertThat(told).isEmpty();
        pass(1);
        pass(10);
        wait.moved();
        pass(1);
        assertThat(told)
                .containsExactly(
                        "brokers waits for an answer since 10",
                        "brokers waits for an answer since 20",
                        "brokers goes on after 20");
    }
}
