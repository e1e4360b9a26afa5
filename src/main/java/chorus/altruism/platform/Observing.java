package chorus.altruism.platform;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Truncates what it was told; of what it was not told it takes 0 for the rating. */
public final class Observing implements Platform {
    private final Truncation truncation;
    private @Nullable Completion last;
    private long changes;

    Observing(Truncation truncation) {
        this.truncation = truncation;
    }

    /** None: this is the paper's rule as it stands. */
    @Override
    public double floor() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double[] memory() {
        return new double[0];
    }

    @Override
    public void remember(double[] memory) {
        // the same ratings come to the same again
    }

    @Override
    public Completion complete(Rated rated) {
        var known = last;
        if (known != null && changes == rated.changes()) {
            return known;
        }
        var ratings = new DMatrixRMaj(rated.users(), rated.items());
        for (var user = 0; user < rated.users(); user++) {
            var row = rated.row(user);
            for (var n = 0; n < row.size(); n++) {
                ratings.set(user, row.item(n), row.value(n));
            }
        }
        var fresh = truncation.of(ratings);
        last = fresh;
        changes = rated.changes();
        return fresh;
    }
}
