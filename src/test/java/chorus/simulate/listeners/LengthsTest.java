package chorus.simulate.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.SimulateSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {
    private static final Lengths LENGTHS =
            new Lengths(new SimulateSettings.Listeners(0.9, 0.25, 0.15, 0.2, 0.85, 3.95, 1, 5, 250));

    /** Of the density of a length n: exp(−(ln n − 3.95)²/2)/n. */
    private static double density(int length) {
        var z = StrictMath.log(length) - 3.95;
        return StrictMath.exp(-z * z / 2) / length;
    }

    /** As many playlists grow from n to n + 1 as shrink from n + 1 to n. */
    @ParameterizedTest(name = "from {0}")
    @ValueSource(ints = {5, 6, 10, 19, 20, 49, 52, 120, 249})
    void growingAndShrinkingAreInBalance(int length) {
        assertThat(density(length) * LENGTHS.grows(length) / (density(length + 1) * LENGTHS.shrinks(length + 1)))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void playlistsStayWithinTheirBounds() {
        assertThat(LENGTHS.shrinks(5)).isZero();
        assertThat(LENGTHS.grows(250)).isZero();
        assertThat(LENGTHS.grows(49)).isBetween(0.39, 0.41);
        assertThat(LENGTHS.shrinks(49)).isBetween(0.39, 0.41);
    }
}
