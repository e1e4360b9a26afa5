package chorus.recommend;

import chorus.config.RecommendSettings.Pooling;
import java.util.Arrays;

/**
 * The rows r_a of one world's counts, what the pooled kinds learn from. With N = C_W + C_Wᵀ and u_b = (count_b +
 * popularityOffset)^−popularityDiscount, the row of a track a in more than {@code rareBound} playlists is
 * r_a(b) = N(a,b)·u_b / ‖N(a,·)u‖. All rarer and all unseen tracks share one row, r_UNK(b) ∝ Σ_{a: count_a ≤ rareBound} C_1(a,b)·u_b,
 * of length {@code backOffWeight}: what follows a song that hardly anybody plays. A frequent track's row may have the
 * before-channel added to it, B(a,b) ∝ C_1(b,a)²/(C_1(b,a) + κ)·v_b. Rows are made when asked for, as u depends on every count.
 */
final class PooledRows {
    private final Pooling parameters;
    private final WorldCounts counts;
    private final NeighbourCounts neighbours;
    private final double[] discount;
    private final double[] beforeDiscount;
    private final Row pooled;

    PooledRows(Pooling parameters, WorldCounts counts) {
        this.parameters = parameters;
        this.counts = counts;
        this.neighbours = NeighbourCounts.of(counts);
        this.discount = discounts(counts.trackCounts(), parameters.popularityOffset(), parameters.popularityDiscount());
        this.beforeDiscount = hasBefore()
                ? discounts(
                        counts.trackCounts(),
                        parameters.popularityOffset(),
                        parameters.before().beforeDiscount())
                : new double[0];
        this.pooled = pooledRow();
    }

    /** Whether a track shares the pooled row. */
    boolean isRare(int track) {
        return counts.count(track) <= parameters.rareBound();
    }

    /** The counts by which a seed track brought another one. */
    Reason reason(int seed, int track, double part) {
        return new Reason(
                seed,
                part,
                isRare(seed),
                counts.within(seed, track),
                counts.within(track, seed),
                counts.next(seed, track));
    }

    /** The row that all rare and all unseen tracks share. */
    Row pooled() {
        return pooled;
    }

    /** Rows to be filled and filled again, by one thread at a time. */
    static final class Scratch {
        private final Row row = new Row();
        private final Row before = new Row();
    }

    /** The row of a track, until the scratch is used again; not to be changed. */
    Row of(int track, Scratch scratch) {
        if (isRare(track)) {
            return pooled;
        }
        neighbours.row(track, discount, scratch.row);
        scratch.row.normalise(parameters.normalisation(), 1);
        var before = parameters.before();
        if (hasBefore() && counts.count(track) >= before.beforeLeast()) {
            neighbours.before(track, before.beforeDamping(), beforeDiscount, scratch.before);
            scratch.before.normalise(parameters.normalisation(), before.beforeWeight());
            scratch.row.add(scratch.before);
        }
        return scratch.row;
    }

    private boolean hasBefore() {
        return parameters.before().beforeWeight() > 0;
    }

    private Row pooledRow() {
        var following = new long[counts.trackCounts().length];
        var pairs =
                switch (parameters.backOffPairs()) {
                    case adjacent -> counts.adjacent();
                    case window -> counts.window();
                };
        for (var track = 0; track < following.length; track++) {
            if (isRare(track)) {
                for (var i = counts.rowStart()[track]; i < counts.rowStart()[track + 1]; i++) {
                    following[counts.to()[i]] += pairs[i];
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
        row.normalise(parameters.normalisation(), parameters.backOffWeight());
        return row;
    }

    /** (count + offset)^−exponent by track, by way of a table by count: powers are slow and counts repeat. */
    private static double[] discounts(int[] trackCounts, double offset, double exponent) {
        var byCount = new double[Arrays.stream(trackCounts).max().orElse(0) + 1];
        Arrays.fill(byCount, -1);
        var discount = new double[trackCounts.length];
        for (var track = 0; track < discount.length; track++) {
            var count = trackCounts[track];
            if (byCount[count] < 0) {
                byCount[count] = StrictMath.pow(count + offset, -exponent);
            }
            discount[track] = byCount[count];
        }
        return discount;
    }
}
