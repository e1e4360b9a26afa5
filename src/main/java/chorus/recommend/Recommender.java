package chorus.recommend;

import chorus.config.RecommendSettings;

/** A way to learn models, with its parameters; it keeps nothing of what it was fitted to. */
public record Recommender(RecommendSettings settings) {
    /** The word by which the settings choose it. */
    public String name() {
        return settings.model().name();
    }

    public Model fit(TrainingSet set) {
        return switch (settings.model()) {
            case PooledNN -> PooledNNModel.fit(settings, set.counts());
            case Popularity -> PopularityModel.fit(set.counts());
        };
    }
}
