package chorus.rows;

import java.util.List;

/**
 * Ends an epoch in one partition of {@code neighbours} and {@code track-counts}, with each world's fingerprint at the cut.
 *
 * @param worlds in the order of their bits in sets of worlds, the twin first
 */
public record CountsMark(long epoch, int partition, int partitions, List<OfWorld> worlds)
        implements NeighboursEntry, TrackCountsEntry {
    public CountsMark {
        worlds = List.copyOf(worlds);
    }

    /** The fingerprint of one world. */
    public record OfWorld(String world, WorldDigest digest) {}

    /**
     * @param digest order-independent sum of {@link CountDigest} over all non-zero pairs and tracks, modulo 2⁵³
     * @param pairs number of directed pairs with a non-zero count
     * @param tracks number of tracks with a non-zero count
     */
    public record WorldDigest(long digest, long pairs, long tracks) {
        /** So that clients whose numbers are doubles read it whole. */
        private static final long MODULO = 1L << 53;

        public static final WorldDigest NONE = new WorldDigest(0, 0, 0);

        public WorldDigest {
            digest = Math.floorMod(digest, MODULO);
        }

        public WorldDigest plus(WorldDigest other) {
            return new WorldDigest(digest + other.digest, pairs + other.pairs, tracks + other.tracks);
        }
    }
}
