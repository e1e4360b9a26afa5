package chorus.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void ofOneFoldThereIsNone() {
        assertThat(Interval.of(new double[] {3}).text(2)).isEqualTo("3.00");
    }

    @Test
    void ofTwoFoldsItIsWide() {
        // sd 1.4142, t(1; 0.975) = 12.706, half = 12.706·1.4142/√2
        assertThat(Interval.of(new double[] {2, 4}).half()).isCloseTo(12.706, within(0.001));
    }

    @Test
    void ofFiveFoldsItIsThatOfTheTables() {
        // mean 3, sd 1.5811, t(4; 0.975) = 2.776, half = 2.776·1.5811/√5 = 1.963
        assertThat(Interval.of(new double[] {1, 2, 3, 4, 5}).text(3)).isEqualTo("3.000 [1.037, 4.963]");
    }

    @Test
    void theIntervalOfManyValuesIsThatOfTheNormalLaw() {
        // 0…99: sd 29.011, t(99; 0.975) = 1.984
        var interval = Interval.of(IntStream.range(0, 100).asDoubleStream().toArray());
        assertThat(interval.mean()).isEqualTo(49.5);
        assertThat(interval.half()).isCloseTo(1.984 * 2.9011, within(0.002));
    }
}
