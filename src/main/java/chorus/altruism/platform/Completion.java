package chorus.altruism.platform;

import org.ejml.data.DMatrixRMaj;

/**
 * Ratings for all pairs, R̂, as a product of few columns: r̂_ui = ⟨left_u, right_i⟩.
 *
 * @param left a row a user
 * @param right a row an item
 * @param singular values of what was truncated, the largest first
 * @param tolerance a: directions of singular values above it are kept
 */
public record Completion(DMatrixRMaj left, DMatrixRMaj right, double[] singular, double tolerance) {
    /** k*, the directions that are kept. */
    public int kept() {
        return left.numCols;
    }

    public int users() {
        return left.numRows;
    }

    public int items() {
        return right.numRows;
    }

    public double rating(int user, int item) {
        var k = kept();
        var sum = 0.0;
        for (var c = 0; c < k; c++) {
            sum += left.data[user * k + c] * right.data[item * k + c];
        }
        return sum;
    }

    /** σ_j, from 1 on; 0 beyond the last. */
    public double singular(int j) {
        return j <= singular.length ? singular[j - 1] : 0;
    }
}
