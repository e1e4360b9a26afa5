package chorus.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomizedSvdTest {
    private static SparseRows sparse(double[][] full) {
        var start = new int[full.length + 1];
        var to = new IntArrayList();
        var weight = new DoubleArrayList();
        for (var row = 0; row < full.length; row++) {
            for (var column = 0; column < full[row].length; column++) {
                if (full[row][column] != 0) {
                    to.add(column);
                    weight.add(full[row][column]);
                }
            }
            start[row + 1] = to.size();
        }
        return new SparseRows(full.length == 0 ? 0 : full[0].length, start, to.toIntArray(), weight.toDoubleArray());
    }

    private static double[][] random(long seed, int rows, int columns, double density) {
        var random = new Random(seed);
        var full = new double[rows][columns];
        for (var row : full) {
            Arrays.setAll(row, _ -> random.nextDouble() < density ? random.nextGaussian() : 0);
        }
        return full;
    }

    /** U(VΣ)ᵀ at a place. */
    private static double product(RandomizedSvd svd, int row, int column) {
        var sum = 0.0;
        for (var c = 0; c < svd.left().columns(); c++) {
            sum += svd.left().row(row)[c] * svd.right().row(column)[c];
        }
        return sum;
    }

    @Test
    void aMatrixOfThatRankIsItsOwnDecomposition() {
        // (1, 2, 3)ᵀ(1, −1, 0, 2) + (0, 1, −1)ᵀ(3, 0, 1, 1)
        var full = new double[][] {{1, -1, 0, 2}, {5, -2, 1, 5}, {0, -3, -1, 5}};
        for (var rank = 2; rank <= 4; rank++) {
            var svd = RandomizedSvd.of(sparse(full), rank, 8, 2);
            for (var row = 0; row < 3; row++) {
                for (var column = 0; column < 4; column++) {
                    assertThat(product(svd, row, column)).isCloseTo(full[row][column], within(1e-12));
                }
            }
        }
    }

    @Test
    void directionsComeByStrengthAndStandAtRightAngles() {
        var svd = RandomizedSvd.of(sparse(random(1, 60, 90, 0.3)), 10, 8, 4);
        assertThat(svd.left().rows()).isEqualTo(60);
        assertThat(svd.right().rows()).isEqualTo(90);
        var left = svd.left().gram();
        var right = svd.right().gram();
        for (var i = 0; i < 10; i++) {
            for (var j = 0; j < 10; j++) {
                assertThat(left.row(i)[j]).isCloseTo(i == j ? 1 : 0, within(1e-10));
                assertThat(right.row(i)[j]).isCloseTo(i == j ? right.row(i)[i] : 0, within(1e-8));
            }
            assertThat(i == 0 ? 0 : right.row(i)[i]).isLessThanOrEqualTo(i == 0 ? 0 : right.row(i - 1)[i - 1]);
        }
    }

    /** The best matrix of rank k leaves σ_{k+1}² + … (Eckart and Young 1936), which is what the rest of a full decomposition has. */
    @Test
    void whatIsLeftIsHardlyMoreThanMustBe() {
        for (var seed = 1; seed <= 10; seed++) {
            var full = random(seed, 40, 50, 0.5);
            var strengths = RandomizedSvd.of(sparse(full), 40, 0, 0).right().gram();
            var must = 0.0;
            for (var i = 10; i < 40; i++) {
                must += strengths.row(i)[i];
            }
            var svd = RandomizedSvd.of(sparse(full), 10, 10, 6);
            var left = 0.0;
            for (var row = 0; row < 40; row++) {
                for (var column = 0; column < 50; column++) {
                    var error = full[row][column] - product(svd, row, column);
                    left += error * error;
                }
            }
            assertThat(left / must).as("seed %d", seed).isBetween(1 - 1e-9, 1.01);
        }
    }

    @Test
    void rowsOfNothingAreNothing() {
        var svd = RandomizedSvd.of(sparse(new double[3][5]), 2, 8, 2);
        assertThat(List.of(svd.left().values()))
                .allSatisfy(row -> assertThat(row).containsOnly(0));
        assertThat(List.of(svd.right().values()))
                .allSatisfy(row -> assertThat(row).containsOnly(0));
    }

    /** Beyond one block of rows and of columns. */
    @Test
    void sparseProductsAreThoseOfFullMatrices() {
        var full = random(5, 1500, 2500, 0.01);
        var matrix = sparse(full);
        var right = random(6, 2500, 3, 1);
        var left = random(7, 1500, 3, 1);
        var product = matrix.times(dense(right));
        var transposed = matrix.transposedTimes(dense(left));
        for (var c = 0; c < 3; c++) {
            for (var row = 0; row < 1500; row++) {
                var sum = 0.0;
                for (var column = 0; column < 2500; column++) {
                    sum += full[row][column] * right[column][c];
                }
                assertThat(product.row(row)[c]).isCloseTo(sum, within(1e-12));
            }
            for (var column = 0; column < 2500; column++) {
                var sum = 0.0;
                for (var row = 0; row < 1500; row++) {
                    sum += full[row][column] * left[row][c];
                }
                assertThat(transposed.row(column)[c]).isCloseTo(sum, within(1e-12));
            }
        }
    }

    private static Dense dense(double[][] full) {
        return new Dense(full[0].length, full);
    }
}
