package chorus.topology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a thread may do long work. */
class SlicesTest {
    private long millis;

    private Slices slices(int longest, int round) {
        return new Slices(() -> millis * 1_000_000, Duration.ofMillis(longest), Duration.ofMillis(round));
    }

    @Test
    void aSliceIsOverAfterTheLongestTimeOrAPartOfARound() {
        var slice = slices(200, 5000).begin();
        millis += 199;
        assertThat(slice.over()).isFalse();
        millis++;
        assertThat(slice.over()).isTrue();
        var brief = slices(200, 160).begin();
        millis += 9;
        assertThat(brief.over()).isFalse();
        millis++;
        assertThat(brief.over()).isTrue();
    }

    @Test
    void recordsThatComeAreLeftTwiceTheTimeThatTheSliceBeforeTook() {
        var slices = slices(200, 5000);
        slices.begin();
        millis += 30;
        slices.end();
        assertThat(slices.mayBegin()).as("no record came").isTrue();
        slices.record();
        millis += 59;
        assertThat(slices.mayBegin()).isFalse();
        millis++;
        assertThat(slices.mayBegin()).isTrue();
    }

    @Test
    void anotherThreadsRecordsAreNoReasonToWait() throws InterruptedException {
        var slices = slices(200, 1000);
        slices.begin();
        millis += 30;
        slices.end();
        var other = new Thread(slices::record);
        other.start();
        other.join();
        assertThat(slices.mayBegin()).isTrue();
    }
}
