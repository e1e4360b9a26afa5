package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void oneValueIsItsOwnInterval() {
        assertThat(Bootstrap.of(new double[] {3})).isEqualTo(new Bootstrap(3, 3, 3));
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        assertThat(Bootstrap.of(new double[] {1, 2, 4})).isEqualTo(Bootstrap.of(new double[] {1, 2, 4}));
    }

    @Test
    void theIntervalOfManyValuesIsThatOfTheNormalLaw() {
        // 0…99: mean 49.5, standard deviation √((100² − 1)/12) = 28.87, of the mean 2.887; ± 1.96·2.887 = 5.66
        var interval = Bootstrap.of(IntStream.range(0, 100).asDoubleStream().toArray());
        assertThat(interval.mean()).isEqualTo(49.5);
        assertThat(interval.low()).isCloseTo(49.5 - 5.66, within(0.6));
        assertThat(interval.high()).isCloseTo(49.5 + 5.66, within(0.6));
    }
}
