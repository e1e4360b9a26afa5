package chorus.altruism.platform;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How much an item's column counts before truncation: its length to the power −γ, so that unpopular items weigh more
 * (item-weighted PCA, arXiv 2310.09687). All columns together stay as strong as they were, which leaves the tolerance its meaning.
 *
 * @param gamma 0: every column counts as it is
 */
public record ItemWeights(double gamma) {
    public static final ItemWeights NONE = new ItemWeights(0);

    /** @param norms lengths of the columns */
    Scale of(double[] norms) {
        var factors = new double[norms.length];
        if (gamma == 0) {
            Arrays.fill(factors, 1);
            return new Scale(factors);
        }
        var before = 0.0;
        var after = 0.0;
        for (var item = 0; item < norms.length; item++) {
            factors[item] = norms[item] > 0 ? StrictMath.pow(norms[item], -gamma) : 0;
            before += norms[item] * norms[item];
            after += norms[item] * norms[item] * factors[item] * factors[item];
        }
        var even = after > 0 ? StrictMath.sqrt(before / after) : 1;
        for (var item = 0; item < factors.length; item++) {
            factors[item] *= even;
        }
        return new Scale(factors);
    }

    /** A factor an item; 0 where its column is empty. */
    record Scale(double[] factors) {
        DMatrixRMaj onColumns(DMatrixRMaj matrix) {
            var scaled = matrix.copy();
            for (var row = 0; row < matrix.numRows; row++) {
                for (var item = 0; item < factors.length; item++) {
                    scaled.set(row, item, matrix.get(row, item) * factors[item]);
                }
            }
            return scaled;
        }

        DMatrixRMaj onRows(DMatrixRMaj matrix) {
            return rows(matrix, factors);
        }

        DMatrixRMaj backOnRows(DMatrixRMaj matrix) {
            return rows(
                    matrix,
                    Arrays.stream(factors)
                            .map(factor -> factor > 0 ? 1 / factor : 0)
                            .toArray());
        }

        private static DMatrixRMaj rows(DMatrixRMaj matrix, double[] by) {
            var scaled = matrix.copy();
            for (var item = 0; item < matrix.numRows; item++) {
                for (var c = 0; c < matrix.numCols; c++) {
                    scaled.set(item, c, matrix.get(item, c) * by[item]);
                }
            }
            return scaled;
        }
    }
}
