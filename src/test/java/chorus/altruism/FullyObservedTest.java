package chorus.altruism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where every pair is observed: the figures of an independent NumPy prototype at seed 1, to the digits that it gave. */
class FullyObservedTest {
    private static final String[] AT_ONCE = {"platform=svd", "rounds=1", "begin=0", "pace=20"};

    @Test
    void truthfulUsersLeaveTheMinorityUnserved() {
        var twin = play("share=0.32").get(1);
        assertThat(twin.platform().kept()).isEqualTo(6);
        var expected =
                new double[] {223.939225, 35.687941, 35.128579, 32.996656, 32.524917, 27.464057, 20.896912, 6.427859};
        for (var j = 0; j < expected.length; j++) {
            assertThat(twin.platform().singular().get(j)).isCloseTo(expected[j], within(5.1e-7));
        }
        assertThat(twin.welfare().all()).isCloseTo(1342.178947, within(5.1e-7));
        assertThat(twin.welfare().minority()).isZero();
        assertThat(twin.ideal()).isCloseTo(84.719805, within(5.1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "1, .32, .9, 7, 23.1427, 71.6388, -4.9011, 11",
        "4, .32, .5, 7, 26.3080, 71.6388, -.0000, 2",
        "20, .32, .2, 7, 27.3313, 71.6388, 0, 0",
        "20, .32, .5, 7, 27.4590, 71.6388, 0, 0",
        "20, .32, .6, 7, 27.4593, 71.6388, -10.5391, 17",
        "20, 1, .5, 6, 19.2042, 0, -.0001, 4",
        "20, 1, .7, 6, 17.9668, 71.6388, -660.0624, 987",
    })
    void uprating(
            int targets,
            double share,
            double eta,
            int kept,
            double seventh,
            double minority,
            double majority,
            int losing) {
        var row = play("targets=" + targets, "share=" + share, "eta=" + eta).getFirst();
        assertThat(row.platform().kept()).isEqualTo(kept);
        assertThat(row.platform().singular().get(6)).isCloseTo(seventh, within(5.1e-5));
        assertThat(row.welfare().minority()).isCloseTo(minority, within(5.1e-5));
        assertThat(row.welfare().majority() - row.twin().majority()).isCloseTo(majority, within(5.1e-5));
        assertThat(row.against().losing()).isEqualTo(losing);
    }

    @ParameterizedTest
    @CsvSource({"4, .2524, .5960", "20, .0778, .5960"})
    void theBandByBisection(int targets, double low, double high) {
        var row = play("targets=" + targets, "eta=bisected").getFirst();
        assertThat(row.campaign().eta().orElseThrow()).isCloseTo((low + high) / 2, within(5.1e-5));
        assertThat(row.campaign().high().orElseThrow()).isCloseTo(high, within(5.1e-5));
        assertThat(row.campaign().low().orElseThrow()).as("closed form").isCloseTo(low, within(.03 * low));
    }

    @ParameterizedTest
    @CsvSource({"eta=bisected", "eta=middle"})
    void oneItemHasNoValueThatWorks(String eta) {
        var row = play("targets=1", eta).getFirst();
        assertThat(row.campaign().eta()).isEmpty();
        assertThat(row.campaign().members()).isZero();
        assertThat(row.campaign().low().orElseThrow()).isCloseTo(.72, within(.005));
    }

    @Test
    void theMiddleOfTheBandServesTheMinorityAndHarmsNobody() {
        var row = play("eta=middle").getFirst();
        assertThat(row.welfare().minority()).isCloseTo(71.639, within(5.1e-4));
        assertThat(row.welfare().majority() - row.twin().majority()).isCloseTo(0, within(1e-4));
        assertThat(row.against().harmed().all()).isZero();
        assertThat(row.against().paretoWithSlack()).isTrue();
    }

    private static List<RoundRow> play(String... options) {
        var all = new ArrayList<>(List.of(AT_ONCE));
        all.addAll(List.of(options));
        return Game.play(SomeAltruism.of(all.toArray(String[]::new)), 1);
    }
}
