package chorus.recommend;

import chorus.config.RecommendSettings.PooledNN;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * POOLED-NN: item neighbours with a pooled back-off for rare tracks: score(b) = Σ_j seedDecay^(n−j)·r_{s_j}(b) for the seed s_1…s_n.
 *
 * <p>With N = C_W + C_Wᵀ and u_b = (count_b + popularityOffset)^−popularityDiscount, the row of a track a in more than
 * {@code rareBound} playlists is r_a(b) = N(a,b)·u_b / ‖N(a,·)u‖₂. All rarer and all unseen tracks share one row,
 * r_UNK(b) ∝ Σ_{a: count_a ≤ rareBound} C_1(a,b)·u_b, of Euclidean length {@code backOffWeight}: what follows a song that
 * hardly anybody plays. Rows are made when asked for, as u depends on every count.
 */
public final class PooledNNModel implements Model {
    private final PooledNN parameters;
    private final WorldCounts counts;
    private final NeighbourCounts neighbours;
    private final double[] discount;
    private final Row pooled;
    /** Scratch of the last query, for the next one; queries at the same time make their own. */
    private final AtomicReference<@Nullable Scores> spare = new AtomicReference<>();

    private PooledNNModel(PooledNN parameters, WorldCounts counts) {
        this.parameters = parameters;
        this.counts = counts;
        this.neighbours = NeighbourCounts.of(counts);
        this.discount = discounts(parameters, counts.trackCounts());
        this.pooled = pooledRow();
    }

    static PooledNNModel fit(PooledNN parameters, WorldCounts counts) {
        return new PooledNNModel(parameters, counts);
    }

    @Override
    public int[] continuation(int[] seed, int limit) {
        var scores = spare.getAndSet(null);
        if (scores == null) {
            scores = new Scores(counts.trackCounts().length);
        }
        for (var j = 0; j < seed.length; j++) {
            scores.add(row(seed[j], scores.row), StrictMath.pow(parameters.seedDecay(), seed.length - 1 - j));
        }
        for (var track : seed) {
            scores.mask(track);
        }
        var best = scores.take(limit);
        spare.set(scores);
        return best;
    }

    private Row row(int track, Row scratch) {
        if (counts.count(track) <= parameters.rareBound()) {
            return pooled;
        }
        neighbours.row(track, discount, scratch);
        scratch.normalise(1);
        return scratch;
    }

    private Row pooledRow() {
        var following = new long[counts.trackCounts().length];
        for (var track = 0; track < following.length; track++) {
            if (counts.count(track) <= parameters.rareBound()) {
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
    private static double[] discounts(PooledNN parameters, int[] trackCounts) {
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
