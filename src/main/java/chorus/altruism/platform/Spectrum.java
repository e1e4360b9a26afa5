package chorus.altruism.platform;

import java.util.Objects;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues, the largest first.
 *
 * @param values what is less than rounding can tell from 0 is 0
 * @param vectors a column each
 */
record Spectrum(double[] values, DMatrixRMaj vectors) {
    private static final double ROUNDING = 0x1.0p-52;

    static Spectrum of(DMatrixRMaj symmetric) {
        var n = symmetric.numRows;
        var eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(symmetric.copy())) {
            throw new ArithmeticException("no eigenvalues were found of a matrix of " + n + " rows");
        }
        var raw = IntStream.range(0, n)
                .mapToDouble(i -> eigen.getEigenvalue(i).getReal())
                .toArray();
        var order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(raw[b], raw[a]))
                .toList();
        var least = n * ROUNDING * Math.max(0, n == 0 ? 0 : raw[order.getFirst()]);
        var values =
                order.stream().mapToDouble(i -> raw[i] > least ? raw[i] : 0).toArray();
        var vectors = new DMatrixRMaj(n, n);
        for (var column = 0; column < n; column++) {
            var vector = Objects.requireNonNull(eigen.getEigenVector(order.get(column)), "of a symmetric matrix");
            for (var row = 0; row < n; row++) {
                vectors.set(row, column, vector.get(row, 0));
            }
        }
        return new Spectrum(values, vectors);
    }

    /** The eigenvalues alone, the largest first. */
    static double[] values(DMatrixRMaj symmetric) {
        var n = symmetric.numRows;
        var eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(symmetric.copy())) {
            throw new ArithmeticException("no eigenvalues were found of a matrix of " + n + " rows");
        }
        return IntStream.range(0, n)
                .mapToDouble(i -> -eigen.getEigenvalue(i).getReal())
                .sorted()
                .map(negative -> Math.max(0, -negative))
                .toArray();
    }

    /** Roots of the eigenvalues: the singular values of a matrix whose inner products these are. */
    double[] roots() {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> StrictMath.sqrt(values[i]))
                .toArray();
    }

    /** The first {@code k} vectors. */
    DMatrixRMaj first(int k) {
        var first = new DMatrixRMaj(vectors.numRows, k);
        for (var row = 0; row < vectors.numRows; row++) {
            for (var column = 0; column < k; column++) {
                first.set(row, column, vectors.get(row, column));
            }
        }
        return first;
    }
}
