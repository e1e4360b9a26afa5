package chorus.recommend;

/** What a recommender has learnt of one world at a cut: it continues playlists. */
public sealed interface Model permits PooledNNModel, PopularityModel {
    /**
     * The tracks that follow, best first: at most {@code limit}, none of the seed, none with score 0 (so a list may be short
     * or empty), equal scores by ascending id.
     *
     * @param seed track ids in playlist order; ids that were never counted are unseen tracks
     */
    int[] continuation(int[] seed, int limit);
}
