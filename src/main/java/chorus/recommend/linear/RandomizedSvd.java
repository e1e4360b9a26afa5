package chorus.recommend.linear;

import chorus.hash.Hash64;

/**
 * The strongest singular directions of a sparse matrix, M ≈ U·(MᵀU)ᵀ, where MᵀU = VΣ: randomised subspace iteration (Halko,
 * Martinsson and Tropp 2011, algorithms 4.4 and 5.1). A Gaussian matrix, each of its numbers fixed by its place, is sent through M, and
 * then through MMᵀ again and again, made orthonormal after each round; within what it spans, a small symmetric matrix has the
 * directions.
 *
 * @param left U, rows × rank, orthonormal columns
 * @param right VΣ, columns × rank
 */
public record RandomizedSvd(Dense left, Dense right) {
    private static final long DRAW = 0x5CA1_0001L;

    /**
     * @param rank how many directions are kept; fewer where the matrix has fewer rows or columns
     * @param oversampling how many more are looked for
     * @param powerIterations rounds through MMᵀ
     */
    public static RandomizedSvd of(SparseRows matrix, int rank, int oversampling, int powerIterations) {
        var most = Math.min(matrix.rows(), matrix.columns());
        var looked = Math.min(rank + oversampling, most);
        var basis = GramSchmidt.orthonormal(matrix.times(gaussian(matrix.columns(), looked)));
        for (var round = 0; round < powerIterations; round++) {
            basis = GramSchmidt.orthonormal(matrix.times(matrix.transposedTimes(basis)));
        }
        var within = matrix.transposedTimes(basis);
        var directions = Jacobi.eigenvectors(within.gram(), Math.min(rank, looked));
        return new RandomizedSvd(basis.times(directions), within.times(directions));
    }

    private static Dense gaussian(int rows, int columns) {
        var drawn = Dense.zeros(rows, columns);
        Blocks.each(rows, (from, to) -> {
            for (var row = from; row < to; row++) {
                for (var c = 0; c < columns; c += 2) {
                    pair(row, c, drawn.row(row));
                }
            }
        });
        return drawn;
    }

    /** Two normal numbers from two uniform ones (Box and Muller 1958). */
    private static void pair(int row, int column, double[] drawn) {
        var radius = Math.sqrt(-2 * StrictMath.log(1 - Hash64.unit(Hash64.of(DRAW, row, column))));
        var angle = 2 * Math.PI * Hash64.unit(Hash64.of(DRAW, row, column + 1L));
        drawn[column] = radius * StrictMath.cos(angle);
        if (column + 1 < drawn.length) {
            drawn[column + 1] = radius * StrictMath.sin(angle);
        }
    }
}
