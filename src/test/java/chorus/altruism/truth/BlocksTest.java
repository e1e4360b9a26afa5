package chorus.altruism.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.altruism.SomeAltruism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden values are those of an independent NumPy prototype. */
class BlocksTest {
    @Test
    void chanceIsThatOfThePrototype() {
        var chance = new Chance(1);
        assertThat(Long.toHexString(chance.bits(2, 3, 4))).isEqualTo("d55ccd4aeb3ccafb");
        assertThat(chance.uniform(2, 3, 4)).isEqualTo(.8334472949893438);
        assertThat(chance.noise(8, 0, 0)).isCloseTo(.6186489739479732, within(1e-12));
    }

    @Test
    void theTruthIsThatOfThePrototype() {
        var truth = Blocks.draw(SomeAltruism.of(), new Chance(1));
        assertThat(truth.utility(0, 0)).isCloseTo(.23990833854022114, within(1e-12));
        assertThat(truth.utility(1999, 399)).isCloseTo(.8753222728083037, within(1e-12));
        var sum = 0.0;
        for (var user = 0; user < truth.users(); user++) {
            for (var item = 0; item < truth.items(); item++) {
                sum += truth.utility(user, item);
            }
        }
        assertThat(sum).isCloseTo(182275.010406609, within(1e-8));
        assertThat(truth.ideal(0, 1900)).isCloseTo(1342.178947, within(1e-6));
        assertThat(truth.ideal(1900, 2000)).isCloseTo(84.719805, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, -7, Long.MAX_VALUE})
    void tastesAreExclusiveAndUtilitiesLieBetweenZeroAndOne(long seed) {
        var truth = Blocks.draw(
                SomeAltruism.of("users=60", "items=30", "minorityUsers=20", "minorityItems=7", "targets=7"),
                new Chance(seed));
        for (var user = 0; user < 60; user++) {
            for (var item = 0; item < 30; item++) {
                var own = truth.isMajority(user) == truth.isMajorityItem(item);
                assertThat(truth.utility(user, item)).isBetween(own ? .08 : 0, own ? 1.0 : 0);
            }
        }
    }
}
