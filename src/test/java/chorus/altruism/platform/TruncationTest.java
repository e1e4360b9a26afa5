package chorus.altruism.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.AltruismSettings.Tolerance;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {
    /** diag(3, 2, 1) has those singular values. */
    @ParameterizedTest
    @CsvSource({"0, 3", "0.9, 3", "1, 2", "1.5, 2", "2, 1", "2.9, 1", "3, 0", "4, 0"})
    void directionsAboveTheToleranceAreKept(double absolute, int kept) {
        var completion = new Truncation(new Tolerance.Absolute(absolute), ItemWeights.NONE).of(diagonal(3, 2, 1));
        assertThat(completion.kept()).isEqualTo(kept);
        assertThat(completion.singular()).containsExactly(new double[] {3, 2, 1}, within(1e-12));
        assertThat(completion.rating(0, 0)).isCloseTo(kept > 0 ? 3 : 0, within(1e-12));
        assertThat(completion.rating(2, 2)).isCloseTo(kept > 2 ? 1 : 0, within(1e-12));
    }

    /** Σσ = 6: a = 6α. */
    @ParameterizedTest
    @CsvSource({"0, 3", "0.16, 3", "0.17, 2", "0.34, 1", "0.51, 0"})
    void directionsOfMoreThanAShareAreKept(double share, int kept) {
        var completion = new Truncation(new Tolerance.Share(share), ItemWeights.NONE).of(diagonal(3, 2, 1));
        assertThat(completion.kept()).isEqualTo(kept);
        assertThat(completion.tolerance()).isCloseTo(6 * share, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0.5", "2, 0, 0.1", "3, 0.5, 0.2", "4, 0.5, 0.05", "5, 1, 0.1"})
    void aProductIsTruncatedAsItsEntriesAre(long seed, double gamma, double share) {
        var users = random(30, 4, seed);
        var items = random(12, 4, seed + 100);
        var entries = new DMatrixRMaj(30, 12);
        CommonOps_DDRM.multTransB(users, items, entries);
        var truncation = new Truncation(new Tolerance.Share(share), new ItemWeights(gamma));
        var whole = truncation.of(entries);
        var factored = truncation.of(users, items);
        assertThat(factored.kept()).isEqualTo(whole.kept()).isPositive();
        for (var user = 0; user < 30; user++) {
            for (var item = 0; item < 12; item++) {
                assertThat(factored.rating(user, item)).isCloseTo(whole.rating(user, item), within(1e-9));
            }
        }
        for (var j = 1; j <= 12; j++) {
            assertThat(factored.singular(j)).isCloseTo(whole.singular(j), within(1e-7));
        }
    }

    /** Columns of lengths 4 and 1: with γ = 1 both count alike, √(17/2) each. */
    @Test
    void weightsEvenOutColumnsAndKeepTheirStrength() {
        var completion = new Truncation(new Tolerance.Absolute(2.9), new ItemWeights(1)).of(diagonal(4, 1));
        assertThat(completion.singular())
                .containsExactly(new double[] {StrictMath.sqrt(8.5), StrictMath.sqrt(8.5)}, within(1e-12));
        assertThat(completion.kept()).isEqualTo(2);
        assertThat(completion.rating(0, 0)).isCloseTo(4, within(1e-12));
        assertThat(completion.rating(1, 1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void nothingIsKeptOfNothing() {
        var completion = new Truncation(new Tolerance.Absolute(0), new ItemWeights(1)).of(new DMatrixRMaj(5, 3));
        assertThat(completion.kept()).isZero();
        assertThat(completion.rating(4, 2)).isZero();
    }

    private static DMatrixRMaj diagonal(double... values) {
        return CommonOps_DDRM.diag(values);
    }

    private static DMatrixRMaj random(int rows, int columns, long seed) {
        var chance = new SplittableRandom(seed);
        var matrix = new DMatrixRMaj(rows, columns);
        for (var i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = chance.nextDouble() - 0.3;
        }
        return matrix;
    }
}
