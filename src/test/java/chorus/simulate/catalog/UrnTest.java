package chorus.simulate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UrnTest {
    private static final int DRAWS = 100_000;

    @Test
    void anEmptyUrnGivesSomethingNew() {
        assertThat(new Urn(0.5, 1).nextIsNew(new Chance(1))).isTrue();
    }

    @Test
    void newAndOldComeWithTheProbabilitiesOfPitmanAndYor() {
        // d = 0.5, θ = 1; 7 customers: three on 0, three on 1, one on 2. New: (1 + 3·0.5)/(1 + 7) = 0.3125.
        // Old: ∝ 2.5, 2.5, 0.5, so 2 comes in 0.5/5.5 = 1/11 of the draws.
        var urn = new Urn(0.5, 1);
        for (var x : new int[] {0, 0, 0, 1, 1, 1, 2}) {
            urn.seat(x);
        }
        var chance = new Chance(1);
        var fresh = 0;
        var twos = 0;
        for (var i = 0; i < DRAWS; i++) {
            fresh += urn.nextIsNew(chance) ? 1 : 0;
            twos += urn.old(chance) == 2 ? 1 : 0;
        }
        assertThat(fresh / (double) DRAWS).isCloseTo(0.3125, within(0.006));
        assertThat(twos / (double) DRAWS).isCloseTo(1 / 11.0, within(0.004));
    }

    /** The urn of before, after others came and left: a fourth on 0, two more on 2, and 3 with two customers who both left. */
    @Test
    void whoLeftLeavesNoTrace() {
        var urn = new Urn(0.5, 1);
        for (var x : new int[] {3, 0, 0, 2, 0, 3, 1, 0, 2, 1, 1, 2}) {
            urn.seat(x);
        }
        for (var x : new int[] {2, 0, 3, 2, 3}) {
            assertThat(urn.leave(x)).isTrue();
        }
        assertThat(urn.leave(3)).isFalse();
        assertThat(urn.size()).isEqualTo(7);
        var chance = new Chance(1);
        var fresh = 0;
        var drawn = new int[4];
        for (var i = 0; i < DRAWS; i++) {
            fresh += urn.nextIsNew(chance) ? 1 : 0;
            drawn[urn.old(chance)]++;
        }
        assertThat(fresh / (double) DRAWS).isCloseTo(0.3125, within(0.006));
        assertThat(drawn[2] / (double) DRAWS).isCloseTo(1 / 11.0, within(0.004));
        assertThat(drawn[0] / (double) DRAWS).isCloseTo(5 / 11.0, within(0.006));
        assertThat(drawn[3]).isZero();
    }

    /** Places of those who left are given up when they are most of all, and nobody notices. */
    @Test
    void manyWhoComeAndLeaveTakeNoRoom() {
        var urn = new Urn(0.5, 1);
        for (var x = 0; x < 10_000; x++) {
            urn.seat(x);
            if (x % 100 != 0) {
                urn.leave(x);
            }
        }
        assertThat(urn.size()).isEqualTo(100);
        assertThat(urn.places()).isLessThan(250);
        var chance = new Chance(2);
        for (var i = 0; i < 1000; i++) {
            assertThat(urn.old(chance) % 100).isZero();
        }
    }

    @Test
    void weightsFallAsAPowerOfTheRank() {
        // 1, 1/2, 1/3 of 11/6: 6/11, 3/11, 2/11
        var weights = new Weights(3, 1);
        var chance = new Chance(1);
        var counts = new int[3];
        for (var i = 0; i < DRAWS; i++) {
            counts[weights.draw(chance)]++;
        }
        assertThat(counts[0] / (double) DRAWS).isCloseTo(6 / 11.0, within(0.006));
        assertThat(counts[1] / (double) DRAWS).isCloseTo(3 / 11.0, within(0.006));
    }
}
