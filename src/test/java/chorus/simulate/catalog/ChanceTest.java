package chorus.simulate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int DRAWS = 200_000;

    @Test
    void theSameSeedGivesTheSameNumbers() {
        var one = new Chance(7);
        var other = new Chance(7);
        for (var i = 0; i < 100; i++) {
            assertThat(one.unit()).isEqualTo(other.unit());
        }
    }

    @Test
    void theNumbersAreUniform() {
        var chance = new Chance(1);
        var counts = new int[10];
        for (var i = 0; i < DRAWS; i++) {
            counts[chance.below(10)]++;
        }
        for (var count : counts) {
            assertThat(count).isCloseTo(20_000, within(600)); // sd = sqrt(200,000 · 0.1 · 0.9) = 134
        }
    }

    @Test
    void theNormalNumbersHaveMeanZeroAndDeviationOne() {
        var chance = new Chance(1);
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < DRAWS; i++) {
            var x = chance.gaussian();
            sum += x;
            squares += x * x;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
        assertThat(squares / DRAWS).isCloseTo(1, within(0.015));
    }
}
