package chorus.config;

import chorus.config.kinds.Choice;

/**
 * Which recommender is fitted, and what it is asked for.
 *
 * @param model the kind of recommender, by the name of its model
 * @param listLength tracks in a list
 */
public record RecommendSettings(Kind model, int listLength) {
    public RecommendSettings {
        Range.within("listLength", listLength, 1, 100_000);
    }

    /** A way to learn from co-occurrence and frequency, with its parameters. */
    public sealed interface Kind extends Choice {}

    /**
     * POOLED-NN: rows of co-occurrence, with a back-off for rare tracks.
     *
     * @param rareBound tracks in at most this many playlists share the pooled row
     * @param popularityDiscount exponent, and popularityOffset: u_b = (count_b + popularityOffset)^−popularityDiscount
     * @param backOffWeight Euclidean length of the pooled row
     * @param seedDecay weight of a seed track for each step from the last one
     */
    public record PooledNN(
            int rareBound, double popularityDiscount, double popularityOffset, double backOffWeight, double seedDecay)
            implements Kind {
        public PooledNN {
            Range.within("rareBound", rareBound, 0, 10_000_000);
            Range.within("popularityDiscount", popularityDiscount, 0, 10);
            Range.positive("popularityOffset", popularityOffset, 1_000_000);
            Range.within("backOffWeight", backOffWeight, 0, 1_000_000);
            Range.positive("seedDecay", seedDecay, 1);
        }
    }

    /** The most frequent tracks, whatever the seed. */
    public record Popularity() implements Kind {}
}
