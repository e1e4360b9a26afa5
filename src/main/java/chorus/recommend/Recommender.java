package chorus.recommend;

import chorus.config.RecommendSettings.Kind;
import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.PooledSVD;
import chorus.config.RecommendSettings.Popularity;

/** A way to learn models: a kind with its parameters. It keeps nothing of what it was fitted to. */
public record Recommender(Kind kind) {
    /** The word by which the settings choose it. */
    public String name() {
        return kind.name();
    }

    public Model fit(TrainingSet set) {
        return switch (kind) {
            case PooledNN parameters -> PooledNNModel.fit(parameters, set.counts());
            case PooledSVD parameters -> PooledSVDModel.fit(parameters, set.counts());
            case Popularity() -> PopularityModel.fit(set.counts());
        };
    }
}
