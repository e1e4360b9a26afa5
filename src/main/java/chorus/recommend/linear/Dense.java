package chorus.recommend.linear;

/**
 * A matrix of numbers.
 *
 * @param values by row, then by column: rows of their own, over which the machine adds several columns at once
 */
public record Dense(int columns, double[][] values) {
    static Dense zeros(int rows, int columns) {
        return new Dense(columns, new double[rows][columns]);
    }

    public int rows() {
        return values.length;
    }

    public double[] row(int row) {
        return values[row];
    }

    /** AᵀA, summed over the rows in their order. */
    Dense gram() {
        var gram = zeros(columns, columns);
        for (var row : values) {
            for (var i = 0; i < columns; i++) {
                add(row[i], row, gram.values[i]);
            }
        }
        return gram;
    }

    /** The product with a small matrix, columns × any. */
    Dense times(Dense small) {
        var product = zeros(rows(), small.columns);
        Blocks.each(rows(), (from, to) -> {
            for (var row = from; row < to; row++) {
                for (var i = 0; i < columns; i++) {
                    add(values[row][i], small.values[i], product.values[row]);
                }
            }
        });
        return product;
    }

    /** Adds {@code factor} times a row to sums of as many columns. */
    static void add(double factor, double[] row, double[] sums) {
        for (var c = 0; c < sums.length; c++) {
            sums[c] += factor * row[c];
        }
    }
}
