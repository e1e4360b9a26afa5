package chorus.chaos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theSlopeIsThatOfTheLineByLeastSquares() {
        var samples = new Samples();
        // the mean point is (1, 4); Σ dx·dy = (−1)(−2) + 0·(−1) + 1·3 = 5, Σ dx² = 2
        samples.add(0, 2);
        samples.add(1, 3);
        samples.add(2, 7);
        assertThat(samples.slope()).isCloseTo(2.5, within(1e-12));
        assertThat(samples.rise()).isCloseTo(5, within(1e-12));
        assertThat(samples.least()).isEqualTo(2);
        assertThat(samples.last()).isEqualTo(7);
    }

    @Test
    void whatLiesBeforeAShareOfTheTimeIsLeftOut() {
        var samples = new Samples();
        for (var hours = 0; hours <= 10; hours++) {
            samples.add(hours, hours < 5 ? 100 - hours : 40);
        }
        assertThat(samples.after(0.5).count()).isEqualTo(6);
        assertThat(samples.after(0.5).slope()).isZero();
        assertThat(new Samples().after(0.5).slope()).isZero();
    }
}
