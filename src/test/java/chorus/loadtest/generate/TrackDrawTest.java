package chorus.loadtest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackDrawTest {

    @Test
    void exponentZeroDrawsEvenly() {
        var draw = new TrackDraw(4, 0);
        assertThat(new int[] {draw.at(0), draw.at(0.24), draw.at(0.26), draw.at(0.99)})
                .containsExactly(0, 0, 1, 3);
    }

    /** Zipf on [1, 8): rank 1 holds log 2 ÷ log 8 = 1/3 of the weight, ranks 1…3 log 4 ÷ log 8 = 2/3. */
    @Test
    void exponentOneFollowsZipf() {
        var draw = new TrackDraw(7, 1);
        assertThat(draw.at(0.33)).isZero();
        assertThat(draw.at(0.34)).isEqualTo(1);
        assertThat(draw.at(0.66)).isEqualTo(2);
        assertThat(draw.at(0.67)).isEqualTo(3);
    }

    /** x^−½ on [1, 9): u = (√x − 1) ÷ 2, so x = (2u + 1)². */
    @Test
    void anyOtherExponentInvertsItsDistribution() {
        var draw = new TrackDraw(8, 0.5);
        assertThat(draw.at(0.5)).isEqualTo(3); // x = 4
        assertThat(draw.at(0.999)).isEqualTo(7);
    }
}
