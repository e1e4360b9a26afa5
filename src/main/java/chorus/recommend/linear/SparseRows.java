package chorus.recommend.linear;

import java.util.Arrays;

/**
 * A sparse matrix, row after row.
 *
 * @param start by row, one more than rows: where it begins in the following arrays
 * @param to columns, ascending within a row
 * @param weight what stands there
 */
public record SparseRows(int columns, int[] start, int[] to, double[] weight) {
    public int rows() {
        return start.length - 1;
    }

    /** The product with {@code right}, columns × any: each sum goes over the columns ascending. */
    Dense times(Dense right) {
        var product = Dense.zeros(rows(), right.columns());
        Blocks.each(rows(), (from, end) -> {
            for (var row = from; row < end; row++) {
                for (var i = start[row]; i < start[row + 1]; i++) {
                    Dense.add(weight[i], right.row(to[i]), product.row(row));
                }
            }
        });
        return product;
    }

    /**
     * The product of the transpose with {@code right}, rows × any: each sum goes over the rows ascending. A block of columns is
     * one task, which finds its part of each row, so that no transpose need be laid out.
     */
    Dense transposedTimes(Dense right) {
        var product = Dense.zeros(columns, right.columns());
        Blocks.each(columns, (from, end) -> {
            for (var row = 0; row < rows(); row++) {
                for (var i = first(row, from); i < start[row + 1] && to[i] < end; i++) {
                    Dense.add(weight[i], right.row(row), product.row(to[i]));
                }
            }
        });
        return product;
    }

    /** Where the columns from {@code column} on begin in a row. */
    private int first(int row, int column) {
        var found = Arrays.binarySearch(to, start[row], start[row + 1], column);
        return found >= 0 ? found : -1 - found;
    }
}
