package chorus.recommend;

import chorus.config.RecommendSettings.Pooling;
import java.util.Arrays;

/**
 * The rows r_a of one world's counts, what the pooled kinds learn from. With N = C_W + C_Wᵀ and u_b = (count_b +
 * popularityOffset)^−popularityDiscount, the row of a track a in more than {@code rareBound} playlists is
 * r_a(b) = N(a,b)·u_b / ‖N(a,·)u‖₂. All rarer and all unseen tracks share one row, r_UNK(b) ∝ Σ_{a: count_a ≤ rareBound} C_1(a,b)·u_b,
 * of Euclidean length {@code backOffWeight}: what follows a song that hardly anybody plays. Rows are made when asked for, as u
 * depends on every count.
 */
final class PooledRows {
    private final Pooling parameters;
    private final WorldCounts counts;
    private final NeighbourCounts neighbours;
    private final double[] discount;
    private final Row pooled;

    PooledRows(Pooling parameters, WorldCounts counts) {
        this.parameters = parameters;
        this.counts = counts;
        this.neighbours = NeighbourCounts.of(counts);
        this.discount = discounts(parameters, counts.trackCounts());
        this.pooled = pooledRow();
    }

    /** Whether a track shares the pooled row. */
    boolean isRare(int track) {
        return counts.count(track) <= parameters.rareBound();
    }

    /** The row that all rare and all unseen tracks share. */
    Row pooled() {
        return pooled;
    }

    /** The row of a track; {@code scratch} or the pooled one, which is not to be changed. */
    Row of(int track, Row scratch) {
        if (isRare(track)) {
            return pooled;
        }
        neighbours.row(track, discount, scratch);
        scratch.normalise(1);
        return scratch;
    }

    private Row pooledRow() {
        var following = new long[counts.trackCounts().length];
        for (var track = 0; track < following.length; track++) {
            if (isRare(track)) {
                for (var i = counts.rowStart()[track]; i < counts.rowStart()[track + 1]; i++) {
                    following[counts.to()[i]] += counts.adjacent()[i];
                }
            }
        }
        var row = new Row();
        row.clear(following.length);
        for (var track = 0; track < following.length; track++) {
            if (following[track] > 0) {
                row.add(track, following[track] * discount[track]);
            }
        }
        row.normalise(parameters.backOffWeight());
        return row;
    }

    /** u by track, by way of a table by count: powers are slow and counts repeat. */
    private static double[] discounts(Pooling parameters, int[] trackCounts) {
        var byCount = new double[Arrays.stream(trackCounts).max().orElse(0) + 1];
        Arrays.fill(byCount, -1);
        var discount = new double[trackCounts.length];
        for (var track = 0; track < discount.length; track++) {
            var count = trackCounts[track];
            if (byCount[count] < 0) {
                byCount[count] =
                        StrictMath.pow(count + parameters.popularityOffset(), -parameters.popularityDiscount());
            }
            discount[track] = byCount[count];
        }
        return discount;
    }
}
