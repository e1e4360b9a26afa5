package chorus.altruism.platform;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** One half of a sweep of alternating least squares: the factors of all rows, given those of the columns. */
final class LeastSquares {
    private final Observed observed;
    private final DMatrixRMaj given;
    private final double ridge;
    private final int rank;
    private final DMatrixRMaj normal;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final LinearSolverDense<DMatrixRMaj> solver;

    private LeastSquares(Observed observed, DMatrixRMaj given, double ridge) {
        this.observed = observed;
        this.given = given;
        this.ridge = ridge;
        this.rank = given.numCols;
        this.normal = new DMatrixRMaj(rank, rank);
        this.right = new DMatrixRMaj(rank, 1);
        this.solution = new DMatrixRMaj(rank, 1);
        this.solver = LinearSolverFactory_DDRM.chol(rank);
    }

    /** (Σ g·gᵀ + λI)·x = Σ r·g, sums in ascending id, a row each. */
    static DMatrixRMaj solve(Observed observed, DMatrixRMaj given, double ridge) {
        var solved = new DMatrixRMaj(observed.count(), given.numCols);
        InParallel.rows(observed.count(), (from, to) -> {
            var least = new LeastSquares(observed, given, ridge);
            for (var row = from; row < to; row++) {
                least.solve(row, solved);
            }
        });
        return solved;
    }

    private void solve(int row, DMatrixRMaj into) {
        normal.zero();
        right.zero();
        for (var at = observed.starts()[row]; at < observed.starts()[row + 1]; at++) {
            add(observed.columns()[at] * rank, observed.values()[at]);
        }
        for (var a = 0; a < rank; a++) {
            normal.data[a * rank + a] += ridge;
            for (var b = 0; b < a; b++) {
                normal.data[b * rank + a] = normal.data[a * rank + b];
            }
        }
        if (!solver.setA(normal)) {
            throw new ArithmeticException("row " + row + " has no factors: its ratings are too large for the ridge");
        }
        solver.solve(right, solution);
        System.arraycopy(solution.data, 0, into.data, row * rank, rank);
    }

    private void add(int from, double rating) {
        var data = given.data;
        for (var a = 0; a < rank; a++) {
            var factor = data[from + a];
            right.data[a] += rating * factor;
            for (var b = 0; b <= a; b++) {
                normal.data[a * rank + b] += factor * data[from + b];
            }
        }
    }
}
