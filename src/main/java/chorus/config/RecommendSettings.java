package chorus.config;

import chorus.config.kinds.Beside;
import chorus.config.kinds.Choice;
import chorus.config.kinds.Range;

/**
 * A recommender that is fitted, and what it is asked for.
 *
 * @param name empty for that of its kind
 * @param model the kind of recommender, by the name of its model
 * @param listLength tracks in a list
 */
public record RecommendSettings(String name, Kind model, int listLength) {
    public RecommendSettings {
        if (!name.isEmpty()) {
            Range.name("name", name);
        }
        Range.within("listLength", listLength, 1, 100_000);
    }

    /** The name by which results tell it from others. */
    public String label() {
        return name.isEmpty() ? model.name() : name;
    }

    /** A way to learn from co-occurrence and frequency, with its parameters. */
    public sealed interface Kind extends Choice {
        /** Tracks in at most this many training playlists are rare to it; 1 where it makes no difference. */
        default int rareBound() {
            return 1;
        }
    }

    /** POOLED-NN: rows of co-occurrence, with a back-off for rare tracks. */
    public record PooledNN(@Beside Pooling pooling) implements Kind {
        @Override
        public int rareBound() {
            return pooling.rareBound();
        }
    }

    /**
     * POOLED-SVD: the same rows, weighted by frequency, cut down to their strongest directions.
     *
     * @param rank singular directions that are kept, k
     * @param oversampling directions that are looked for beyond these
     * @param powerIterations how often the sketch is sent through the rows and back
     */
    public record PooledSVD(@Beside Pooling pooling, int rank, int oversampling, int powerIterations) implements Kind {
        public PooledSVD {
            Range.within("rank", rank, 1, 1000);
            Range.within("oversampling", oversampling, 0, 1000);
            Range.within("powerIterations", powerIterations, 0, 100);
        }

        @Override
        public int rareBound() {
            return pooling.rareBound();
        }
    }

    /**
     * Rows of co-occurrence in which all rare tracks share one: what the pooled kinds have in common.
     *
     * @param rareBound tracks in at most this many playlists share the pooled row
     * @param popularityDiscount exponent, and popularityOffset: u_b = (count_b + popularityOffset)^−popularityDiscount
     * @param backOffWeight length of the pooled row
     * @param backOffPairs which pairs the pooled row is made of
     * @param normalisation what the length of a row is
     * @param seedDecay weight of a seed track for each step from the last one
     */
    public record Pooling(
            int rareBound,
            double popularityDiscount,
            double popularityOffset,
            double backOffWeight,
            Pairs backOffPairs,
            Normalisation normalisation,
            double seedDecay,
            @Beside Before before) {
        public Pooling {
            Range.within("rareBound", rareBound, 0, 10_000_000);
            Range.within("popularityDiscount", popularityDiscount, 0, 10);
            Range.positive("popularityOffset", popularityOffset, 1_000_000);
            Range.within("backOffWeight", backOffWeight, 0, 1_000_000);
            Range.positive("seedDecay", seedDecay, 1);
        }

        /** Weight of a seed track so many steps before the last one. */
        public double seedWeight(int steps) {
            return StrictMath.pow(seedDecay, steps);
        }
    }

    /** Pairs of a track and one that follows it: at distance 1 alone, or within the window. */
    public enum Pairs {
        adjacent,
        window
    }

    /** What the length of a row is: Euclidean, the sum, or the largest of its weights; with none, rows stay as counted. */
    public enum Normalisation {
        L2,
        L1,
        max,
        none
    }

    /**
     * The before-channel: what stands right before a frequent track may be played instead of it. B(a,b) = C_1(b,a)²/(C_1(b,a) +
     * beforeDamping) · (count_b + popularityOffset)^−beforeDiscount, brought to length beforeWeight, is added to the row of a.
     *
     * @param beforeWeight 0 for none
     * @param beforeDamping pairs that count little, as they may be chance
     * @param beforeLeast a track in fewer playlists has no such row
     */
    public record Before(double beforeWeight, double beforeDamping, double beforeDiscount, int beforeLeast) {
        public Before {
            Range.within("beforeWeight", beforeWeight, 0, 1_000_000);
            Range.within("beforeDamping", beforeDamping, 0, 1_000_000);
            Range.within("beforeDiscount", beforeDiscount, 0, 10);
            Range.within("beforeLeast", beforeLeast, 1, 10_000_000);
        }
    }

    /** The most frequent tracks, whatever the seed. */
    public record Popularity() implements Kind {}
}
