package chorus.altruism.game;

import chorus.altruism.platform.ItemWeights;
import chorus.altruism.platform.Truncation;
import chorus.altruism.truth.Truth;
import chorus.config.AltruismSettings.Tolerance;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * The values that work, while every pair is observed. Below {@code low} the platform does not keep the minority's direction; above
 * {@code high} the members' own recommendations change.
 *
 * @param low infinite where no value is enough
 */
public record Band(double low, double high) {
    private static final int STEPS = 30;

    public boolean isEmpty() {
        return !(low <= high);
    }

    /** The value to play. */
    public OptionalDouble middle() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((low + high) / 2);
    }

    /**
     * By the closed form: one more direction is kept as soon as λ_max(R_minᵀR_min + η²·p(1−p)·m_maj·1_T1_Tᵀ) > a², so that
     * η_low = (p(1−p)·m_maj·1_Tᵀ(a²I − R_minᵀR_min)⁻¹1_T)^−½, with p the members' share of the majority.
     *
     * @param tolerance a
     */
    static Band closed(Truth truth, int[] members, int[] targets, double tolerance) {
        return new Band(low(truth, members.length, targets, tolerance), high(truth, members));
    }

    private static double low(Truth truth, int members, int[] targets, double tolerance) {
        var share = (double) members / truth.majorityUsers();
        var energy = share * (1 - share) * truth.majorityUsers();
        var n = truth.items() - truth.majorityItems();
        var gap = new DMatrixRMaj(n, n);
        for (var a = 0; a < n; a++) {
            for (var b = 0; b < n; b++) {
                gap.set(a, b, (a == b ? tolerance * tolerance : 0) - likeness(truth, a, b));
            }
        }
        var solver = LinearSolverFactory_DDRM.chol(n);
        if (!solver.setA(gap)) {
            // the minority's direction is kept by itself
            return 0;
        }
        var ones = new DMatrixRMaj(n, 1);
        for (var item : targets) {
            ones.set(item - truth.majorityItems(), 0, 1);
        }
        var solved = new DMatrixRMaj(n, 1);
        solver.solve(ones, solved);
        var strength = energy * CommonOps_DDRM.dot(ones, solved);
        return strength > 0 ? 1 / StrictMath.sqrt(strength) : Double.POSITIVE_INFINITY;
    }

    private static double likeness(Truth truth, int a, int b) {
        var sum = 0.0;
        for (var user = truth.majorityUsers(); user < truth.users(); user++) {
            sum += truth.utility(user, truth.majorityItems() + a) * truth.utility(user, truth.majorityItems() + b);
        }
        return sum;
    }

    /** No member would rather have a promoted item than her own best: η_high = min_{u∈A} max_i r*_ui. */
    private static double high(Truth truth, int[] members) {
        var high = Double.POSITIVE_INFINITY;
        for (var user : members) {
            high = Math.min(high, truth.utility(user, truth.best(user)));
        }
        return members.length == 0 ? 0 : high;
    }

    /** With the lower end by bisection on the spectrum of all ratings: the least value with which one more direction is kept. */
    static Band bisected(Truth truth, int[] members, int[] targets, Tolerance tolerance, ItemWeights weights) {
        var truncation = new Truncation(tolerance, weights);
        var high = high(truth, members);
        var honest = truncation.kept(ratings(truth, members, targets, 0));
        if (truncation.kept(ratings(truth, members, targets, high)) <= honest) {
            return new Band(Double.POSITIVE_INFINITY, high);
        }
        var below = 0.0;
        var above = high;
        for (var step = 0; step < STEPS; step++) {
            var middle = (below + above) / 2;
            if (truncation.kept(ratings(truth, members, targets, middle)) > honest) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return new Band(above, high);
    }

    /** All as it truly is, but for what members say of promoted items. */
    static DMatrixRMaj ratings(Truth truth, int[] members, int[] targets, double value) {
        var ratings = new DMatrixRMaj(truth.users(), truth.items());
        for (var user = 0; user < truth.users(); user++) {
            for (var item = 0; item < truth.items(); item++) {
                ratings.set(user, item, truth.utility(user, item));
            }
        }
        for (var user : members) {
            for (var item : targets) {
                ratings.set(user, item, value);
            }
        }
        return ratings;
    }
}
