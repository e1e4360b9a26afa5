package chorus.recommend;

import chorus.config.RecommendSettings;

/** A model that continues a playlist, trained on one world's counts at a cut. */
public sealed interface Recommender permits Popularity, PooledNN {
    static Recommender train(RecommendSettings settings, WorldCounts counts) {
        return switch (settings.model()) {
            case PooledNN -> PooledNN.train(settings, counts);
            case Popularity -> Popularity.train(counts);
        };
    }

    /**
     * The tracks that follow, best first: at most {@code limit}, none of the seed, none with score 0 (so a list may be short
     * or empty), equal scores by ascending id.
     *
     * @param seed track ids in playlist order; ids that were never counted are unseen tracks
     */
    int[] continuation(int[] seed, int limit);
}
