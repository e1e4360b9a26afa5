package chorus.rows;

/** Ends an epoch in one partition of {@code neighbours} and {@code track-counts}, with each world's fingerprint at the cut. */
public record CountsMark(long epoch, int partition, int partitions, WorldDigest factual, WorldDigest counterfactual)
        implements NeighboursEntry, TrackCountsEntry {
    /**
     * @param digest order-independent sum of {@link CountDigest} over all non-zero pairs and tracks
     * @param pairs number of directed pairs with a non-zero count
     * @param tracks number of tracks with a non-zero count
     */
    public record WorldDigest(long digest, long pairs, long tracks) {
        public WorldDigest plus(WorldDigest other) {
            return new WorldDigest(digest + other.digest, pairs + other.pairs, tracks + other.tracks);
        }
    }
}
