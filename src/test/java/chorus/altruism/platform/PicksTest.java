package chorus.altruism.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class PicksTest {
    /** ℓ1 columns: .3 + .05 + .2 = .55, .3 + .04 + .5 = .84, .1 + .06 + .5 = .66. */
    private static final Completion THREE = new Completion(
            new DMatrixRMaj(new double[][] {{.3, .3, .1}, {.05, .04, .06}, {-.2, .5, .5 - 5e-10}}),
            new DMatrixRMaj(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
            new double[] {1, 1, 1},
            0);

    @Test
    void tiesGoToTheItemOfTheLargestColumnAndTheUnknownToTheMostPopular() {
        assertThat(Picks.of(THREE, .1)).containsExactly(1, 1, 1);
    }

    @Test
    void withoutAFloorEachGetsHerBest() {
        assertThat(Picks.of(THREE, Double.NEGATIVE_INFINITY)).containsExactly(1, 2, 1);
    }

    @Test
    void whereNothingIsKeptEverybodyGetsTheFirstItem() {
        var nothing = new Completion(new DMatrixRMaj(2, 0), new DMatrixRMaj(3, 0), new double[0], 9);
        assertThat(Picks.of(nothing, .1)).containsExactly(0, 0);
    }
}
