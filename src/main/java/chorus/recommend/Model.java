package chorus.recommend;

import java.util.List;

/** What a recommender has learnt of one world at a cut: it continues playlists. */
public sealed interface Model permits PooledNNModel, PooledSVDModel, PopularityModel {
    /**
     * The tracks that follow, best first: at most {@code limit}, none of the seed, none with a score of 0 or less (so a list may
     * be short or empty), equal scores by ascending id.
     *
     * @param seed track ids in playlist order; ids that were never counted are unseen tracks
     */
    int[] continuation(int[] seed, int limit);

    /** Which seed tracks brought a track into a continuation, in their order; none where the model has no counts to tell of. */
    default List<Reason> reasons(int[] seed, int track) {
        return List.of();
    }

    /** A list a seed, in their order: the same lists, for a model that answers many at once at less cost. */
    default List<int[]> continuations(List<int[]> seeds, int limit) {
        return seeds.stream().map(seed -> continuation(seed, limit)).toList();
    }
}
