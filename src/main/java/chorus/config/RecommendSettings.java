package chorus.config;

/** The model and its parameters (POOLED-NN: rare-track back-off over co-occurrence rows). */
public record RecommendSettings(
        Model model,
        int rareBound,
        double popularityDiscount,
        double popularityOffset,
        double backOffWeight,
        double seedDecay,
        int listLength) {
    /** The kinds of model that can be trained. */
    public enum Model {
        PooledNN,
        Popularity
    }

    public RecommendSettings {
        Range.atLeast("rareBound", rareBound, 0);
        Range.atLeast("popularityDiscount", popularityDiscount, 0);
        Range.positive("popularityOffset", popularityOffset);
        Range.atLeast("backOffWeight", backOffWeight, 0);
        Range.positive("seedDecay", seedDecay);
        Range.atLeast("listLength", listLength, 1);
    }
}
