package chorus.altruism.platform;

import chorus.config.AltruismSettings.Tolerance;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Low-rank approximation by an α-loss-tolerant learner: k* = min{k : σ_{k+1} ≤ a}, with a given, or a = α·Σσ (Fedorova, Kitch and
 * Podimata 2025).
 *
 * @param weights of the items before truncation
 */
public record Truncation(Tolerance tolerance, ItemWeights weights) {
    /** A matrix of which every entry is known: R̂ = R̃·V_k·V_kᵀ, with V the eigenvectors of R̃ᵀR̃. */
    public Completion of(DMatrixRMaj ratings) {
        var scale = weights.of(norms(ratings));
        var weighted = scale.onColumns(ratings);
        var spectrum = Spectrum.of(inner(weighted));
        var singular = spectrum.roots();
        var limit = limit(singular);
        var right = spectrum.first(kept(singular, limit));
        return new Completion(product(weighted, right), scale.backOnRows(right), singular, limit);
    }

    /** k* of a matrix of which every entry is known. */
    public int kept(DMatrixRMaj ratings) {
        var singular = rooted(Spectrum.values(inner(weights.of(norms(ratings)).onColumns(ratings))));
        return kept(singular, limit(singular));
    }

    /**
     * A product U·Vᵀ, without its entries: with L·Lᵀ = VᵀV its singular values are the roots of the eigenvalues of LᵀUᵀUL, and for
     * an eigenvector w there σ·u = U·L·w, and v = V·Uᵀ·(σ·u)/σ².
     */
    public Completion of(DMatrixRMaj users, DMatrixRMaj items) {
        var ofUsers = inner(users);
        var scale = weights.of(norms(items, ofUsers));
        var weighted = scale.onRows(items);
        var root = root(inner(weighted));
        var core = transposed(root, product(ofUsers, root));
        var spectrum = Spectrum.of(symmetric(core));
        var singular = spectrum.roots();
        var limit = limit(singular);
        var k = kept(singular, limit);
        var left = product(users, product(root, spectrum.first(k)));
        var right = product(weighted, transposed(users, left));
        for (var column = 0; column < k; column++) {
            for (var row = 0; row < right.numRows; row++) {
                right.set(row, column, right.get(row, column) / spectrum.values()[column]);
            }
        }
        return new Completion(left, scale.backOnRows(right), singular, limit);
    }

    /** Lengths of the columns. */
    private static double[] norms(DMatrixRMaj matrix) {
        var norms = new double[matrix.numCols];
        for (var row = 0; row < matrix.numRows; row++) {
            for (var column = 0; column < norms.length; column++) {
                var value = matrix.get(row, column);
                norms[column] += value * value;
            }
        }
        return rooted(norms);
    }

    /** Lengths of the columns of U·Vᵀ. */
    private static double[] norms(DMatrixRMaj items, DMatrixRMaj ofUsers) {
        var half = product(items, ofUsers);
        var norms = new double[items.numRows];
        for (var item = 0; item < norms.length; item++) {
            for (var c = 0; c < items.numCols; c++) {
                norms[item] += half.get(item, c) * items.get(item, c);
            }
        }
        return rooted(norms);
    }

    private static double[] rooted(double[] squares) {
        for (var i = 0; i < squares.length; i++) {
            squares[i] = StrictMath.sqrt(Math.max(0, squares[i]));
        }
        return squares;
    }

    private double limit(double[] singular) {
        return switch (tolerance) {
            case Tolerance.Absolute(var absolute) -> absolute;
            case Tolerance.Share(var share) -> {
                var sum = 0.0;
                for (var value : singular) {
                    sum += value;
                }
                yield share * sum;
            }
        };
    }

    /** A direction of no strength is never kept. */
    private static int kept(double[] singular, double limit) {
        var kept = 0;
        while (kept < singular.length && singular[kept] > limit && singular[kept] > 0) {
            kept++;
        }
        return kept;
    }

    /** L with L·Lᵀ = the matrix: its eigenvectors, each times the root of its eigenvalue. */
    private static DMatrixRMaj root(DMatrixRMaj gram) {
        var spectrum = Spectrum.of(gram);
        var roots = spectrum.roots();
        var root = spectrum.vectors().copy();
        for (var row = 0; row < root.numRows; row++) {
            for (var column = 0; column < roots.length; column++) {
                root.set(row, column, root.get(row, column) * roots[column]);
            }
        }
        return root;
    }

    private static DMatrixRMaj symmetric(DMatrixRMaj matrix) {
        var even = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        for (var row = 0; row < matrix.numRows; row++) {
            for (var column = 0; column < matrix.numCols; column++) {
                even.set(row, column, (matrix.get(row, column) + matrix.get(column, row)) / 2);
            }
        }
        return even;
    }

    private static DMatrixRMaj inner(DMatrixRMaj matrix) {
        var gram = new DMatrixRMaj(matrix.numCols, matrix.numCols);
        CommonOps_DDRM.multInner(matrix, gram);
        return gram;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        var product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj a, DMatrixRMaj b) {
        var product = new DMatrixRMaj(a.numCols, b.numCols);
        CommonOps_DDRM.multTransA(a, b, product);
        return product;
    }
}
