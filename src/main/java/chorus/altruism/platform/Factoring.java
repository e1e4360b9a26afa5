package chorus.altruism.platform;

import chorus.altruism.truth.Chance;
import chorus.config.AltruismSettings;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Completes what it was told by alternating least squares, min Σ(r_ui − ⟨u_u, v_i⟩)² + λ(Σ‖u_u‖² + Σ‖v_i‖²), then truncates U·Vᵀ.
 * It begins from random items, and later from those it had before.
 */
public final class Factoring implements Platform {
    private static final int STREAM = 9;
    private static final int FIRST_SWEEPS = 10;
    private static final int SWEEPS = 3;

    private final int rank;
    private final double ridge;
    private final double floor;
    private final Chance chance;
    private final Truncation truncation;
    private @Nullable DMatrixRMaj items;

    Factoring(AltruismSettings settings, Chance chance, Truncation truncation) {
        this.rank = settings.rank();
        this.ridge = settings.ridge();
        this.floor = settings.floor();
        this.chance = chance;
        this.truncation = truncation;
    }

    @Override
    public Completion complete(Rated rated) {
        var before = items;
        var factors = before == null ? random(rated.items()) : before;
        var rows = Observed.rows(rated);
        var columns = rows.transposed(rated.items());
        var users = new DMatrixRMaj(rated.users(), rank);
        for (var sweep = 0; sweep < (before == null ? FIRST_SWEEPS : SWEEPS); sweep++) {
            users = LeastSquares.solve(rows, factors, ridge);
            factors = LeastSquares.solve(columns, users, ridge);
        }
        items = factors;
        return truncation.of(users, factors);
    }

    @Override
    public double[] memory() {
        var before = items;
        return before == null ? new double[0] : before.data.clone();
    }

    @Override
    public void remember(double[] memory) {
        items = memory.length == 0 ? null : new DMatrixRMaj(memory.length / rank, rank, true, memory);
    }

    @Override
    public double floor() {
        return floor;
    }

    private DMatrixRMaj random(int count) {
        var drawn = new DMatrixRMaj(count, rank);
        for (var item = 0; item < count; item++) {
            for (var c = 0; c < rank; c++) {
                drawn.set(item, c, chance.uniform(STREAM, item, c));
            }
        }
        return drawn;
    }
}
