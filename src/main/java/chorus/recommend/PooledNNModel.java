package chorus.recommend;

import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.Pooling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * POOLED-NN: item neighbours with a pooled back-off for rare tracks: score(b) = Σ_j seedDecay^(n−j)·r_{s_j}(b) for the seed
 * s_1…s_n, with the {@link PooledRows} r.
 */
public final class PooledNNModel implements Model {
    private final Pooling parameters;
    private final int tracks;
    private final PooledRows rows;
    /** Scratch of the last query, for the next one; queries at the same time make their own. */
    private final AtomicReference<@Nullable Scores> spare = new AtomicReference<>();

    private PooledNNModel(Pooling parameters, WorldCounts counts) {
        this.parameters = parameters;
        this.tracks = counts.trackCounts().length;
        this.rows = new PooledRows(parameters, counts);
    }

    static PooledNNModel fit(PooledNN kind, WorldCounts counts) {
        return new PooledNNModel(kind.pooling(), counts);
    }

    @Override
    public int[] continuation(int[] seed, int limit) {
        var scores = spare.getAndSet(null);
        if (scores == null) {
            scores = new Scores(tracks);
        }
        for (var j = 0; j < seed.length; j++) {
            scores.add(rows.of(seed[j], scores.rows), parameters.seedWeight(seed.length - 1 - j));
        }
        for (var track : seed) {
            scores.mask(track);
        }
        var best = scores.take(limit);
        spare.set(scores);
        return best;
    }

    @Override
    public List<Reason> reasons(int[] seed, int track) {
        var scratch = new PooledRows.Scratch();
        var reasons = new ArrayList<Reason>();
        for (var j = 0; j < seed.length; j++) {
            var part = rows.of(seed[j], scratch).weightOf(track) * parameters.seedWeight(seed.length - 1 - j);
            if (part > 0) {
                reasons.add(rows.reason(seed[j], track, part));
            }
        }
        return reasons;
    }
}
