package chorus.loadtest.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    static Latencies upTo(int most) {
        var latencies = Latencies.none();
        for (var ms = 1; ms <= most; ms++) {
            latencies.add(ms);
        }
        return latencies;
    }

    /** Of 1…1000 ms the 500th, 950th, 990th and 999th are the percentiles; all below 2048, so exact at three digits. */
    @Test
    void percentilesAreThoseOfTheRecordedValues() {
        assertThat(upTo(1000).percentiles())
                .containsExactly(
                        entry("p50", 500L),
                        entry("p95", 950L),
                        entry("p99", 990L),
                        entry("p99.9", 999L),
                        entry("max", 1000L));
        assertThat(upTo(1000).mean()).isEqualTo(500.5);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThat(Latencies.none().percentiles()).isEmpty();
    }

    @Test
    void mergingTwoPartsGivesTheWhole() {
        var part = upTo(100);
        var rest = Latencies.none();
        for (var ms = 101; ms <= 1000; ms++) {
            rest.add(ms);
        }
        part.addAll(rest);
        assertThat(part).isEqualTo(upTo(1000));
    }

    @Test
    void encodingAndDecodingGiveTheSameHistogram() {
        var read = Latencies.decode(upTo(300).encoded());
        assertThat(read).isEqualTo(upTo(300));
        read.add(100_000_000); // a decoded histogram still grows
        assertThat(read.count()).isEqualTo(301);
    }

    @Test
    void whatIsNoHistogramIsRefused() {
        assertThatThrownBy(() -> Latencies.decode("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
