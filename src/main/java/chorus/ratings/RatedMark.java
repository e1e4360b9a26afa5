package chorus.ratings;

import chorus.hash.Hash64;
import java.util.List;

/**
 * Ends a round in one partition of {@code rated}: rows that changed in it stand before.
 *
 * @param worlds by place, the twin first
 * @param applied ratings applied since the beginning
 * @param refused records refused since the beginning
 */
public record RatedMark(long round, int partition, int partitions, List<OfWorld> worlds, long applied, long refused)
        implements RatedEntry {
    /** So that clients whose numbers are doubles read digests whole. */
    private static final long MODULO = 1L << 53;

    public RatedMark {
        worlds = List.copyOf(worlds);
    }

    /**
     * The fingerprint of one world in the partition.
     *
     * @param digest order-independent sum of {@link #term} over what is known, modulo 2⁵³
     * @param pairs of which something is known
     */
    public record OfWorld(String world, long digest, long pairs) {
        public OfWorld {
            digest = Math.floorMod(digest, MODULO);
        }
    }

    /** One pair's share of a digest. */
    public static long term(int user, int item, double value) {
        return Hash64.of(user, item, Double.doubleToLongBits(value));
    }
}
