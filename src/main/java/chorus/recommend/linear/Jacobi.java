package chorus.recommend.linear;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, §8.5): slow for
 * large matrices, simple and accurate for those of a hundred rows.
 */
final class Jacobi {
    /** Each sweep squares what is left off the diagonal; ten are many. */
    private static final int MOST_SWEEPS = 50;

    private final int n;
    private final double[][] a;
    private final double[][] vectors;

    private Jacobi(Dense symmetric) {
        n = symmetric.rows();
        a = new double[n][];
        vectors = new double[n][n];
        for (var i = 0; i < n; i++) {
            a[i] = symmetric.row(i).clone();
            vectors[i][i] = 1;
        }
    }

    /** As columns, {@code most} eigenvectors, by descending eigenvalue. */
    static Dense eigenvectors(Dense symmetric, int most) {
        var jacobi = new Jacobi(symmetric);
        for (var sweep = 0; sweep < MOST_SWEEPS && jacobi.isMixed(); sweep++) {
            jacobi.sweep();
        }
        return jacobi.sorted(most);
    }

    private boolean isMixed() {
        var off = 0.0;
        var all = 0.0;
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                all += a[i][j] * a[i][j];
                off += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return off > 1e-30 * all;
    }

    private void sweep() {
        for (var p = 0; p < n - 1; p++) {
            for (var q = p + 1; q < n; q++) {
                if (a[p][q] != 0) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Makes the entry (p, q) zero. */
    private void rotate(int p, int q) {
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        var cosine = 1 / Math.sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        mixColumns(a, p, q, cosine, sine);
        mixColumns(vectors, p, q, cosine, sine);
        for (var i = 0; i < n; i++) {
            var first = a[p][i];
            var second = a[q][i];
            a[p][i] = cosine * first - sine * second;
            a[q][i] = sine * first + cosine * second;
        }
    }

    private static void mixColumns(double[][] matrix, int p, int q, double cosine, double sine) {
        for (var row : matrix) {
            var first = row[p];
            var second = row[q];
            row[p] = cosine * first - sine * second;
            row[q] = sine * first + cosine * second;
        }
    }

    private Dense sorted(int most) {
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        var sorted = Dense.zeros(n, most);
        for (var i = 0; i < n; i++) {
            for (var c = 0; c < most; c++) {
                sorted.row(i)[c] = vectors[i][order[c]];
            }
        }
        return sorted;
    }
}
