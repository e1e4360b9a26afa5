package chorus.rows;

/**
 * One chunk of the directed pair counts of a track: how often each neighbour {@code to[i]} follows it. The chunks 0…chunks−1
 * of a track partition its neighbours; a chunk is replaced as a whole.
 *
 * @param to neighbours, ascending, at least one count of each non-zero
 * @param twin counts in the twin, parallel to {@code to}
 * @param differing counts in other worlds, where they are not the twin's
 */
public record PairRow(int track, int chunk, int chunks, int[] to, PairCounts twin, Differing differing)
        implements NeighboursEntry {
    /** Counts parallel to a row's neighbours: at distance ≤ window, and at distance 1. */
    public record PairCounts(int[] window, int[] adjacent) {}

    /**
     * Parallel arrays of what differs from the twin.
     *
     * @param at index of the neighbour, ascending
     * @param worlds bits of the set of worlds; sets of one neighbour are disjoint and ascend by their lowest world
     * @param counts what is counted in these worlds
     */
    public record Differing(int[] at, int[] worlds, PairCounts counts) {
        public static final Differing NONE =
                new Differing(new int[0], new int[0], new PairCounts(new int[0], new int[0]));

        public boolean isEmpty() {
            return at.length == 0;
        }
    }

    /** The counts in a world; the twin's own object where none differs. */
    public PairCounts in(int world) {
        PairCounts own = null;
        for (var i = 0; i < differing.at.length; i++) {
            if ((differing.worlds[i] >> world & 1) != 0) {
                own = own == null ? new PairCounts(twin.window.clone(), twin.adjacent.clone()) : own;
                own.window[differing.at[i]] = differing.counts.window[i];
                own.adjacent[differing.at[i]] = differing.counts.adjacent[i];
            }
        }
        return own == null ? twin : own;
    }
}
