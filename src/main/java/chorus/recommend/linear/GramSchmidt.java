package chorus.recommend.linear;

/**
 * Orthonormal columns that span what the columns of a matrix span: Gram–Schmidt, each column freed twice of those before it, which
 * is enough in floating point (Giraud et al. 2005). A column that they span already becomes zero.
 */
final class GramSchmidt {
    private static final double SPANNED = 1e-12;

    private GramSchmidt() {}

    static Dense orthonormal(Dense matrix) {
        var columns = new double[matrix.columns()][];
        for (var c = 0; c < columns.length; c++) {
            columns[c] = column(matrix, c);
            var length = Math.sqrt(dot(columns[c], columns[c]));
            free(columns, c);
            free(columns, c);
            var left = Math.sqrt(dot(columns[c], columns[c]));
            scale(columns[c], left > SPANNED * length ? 1 / left : 0);
        }
        var result = Dense.zeros(matrix.rows(), columns.length);
        for (var row = 0; row < matrix.rows(); row++) {
            for (var c = 0; c < columns.length; c++) {
                result.row(row)[c] = columns[c][row];
            }
        }
        return result;
    }

    private static double[] column(Dense matrix, int c) {
        var column = new double[matrix.rows()];
        for (var row = 0; row < column.length; row++) {
            column[row] = matrix.row(row)[c];
        }
        return column;
    }

    private static void free(double[][] columns, int c) {
        for (var before = 0; before < c; before++) {
            var part = dot(columns[before], columns[c]);
            for (var row = 0; row < columns[c].length; row++) {
                columns[c][row] -= part * columns[before][row];
            }
        }
    }

    private static void scale(double[] column, double factor) {
        for (var row = 0; row < column.length; row++) {
            column[row] *= factor;
        }
    }

    /** In four sums, always the same four: one sum alone waits for itself at every step. */
    private static double dot(double[] a, double[] b) {
        var s0 = 0.0;
        var s1 = 0.0;
        var s2 = 0.0;
        var s3 = 0.0;
        var row = 0;
        for (; row + 3 < a.length; row += 4) {
            s0 += a[row] * b[row];
            s1 += a[row + 1] * b[row + 1];
            s2 += a[row + 2] * b[row + 2];
            s3 += a[row + 3] * b[row + 3];
        }
        for (; row < a.length; row++) {
            s0 += a[row] * b[row];
        }
        return s0 + s1 + (s2 + s3);
    }
}
