package chorus.rows;

/**
 * One chunk of the directed pair counts of a track: how often each neighbour {@code to[i]} follows it. The chunks 0…chunks−1
 * of a track partition its neighbours; a chunk is replaced as a whole.
 *
 * @param to neighbours, ascending, at least one count of each non-zero
 * @param factual counts in the factual world, parallel to {@code to}
 * @param counterfactual counts in the counterfactual world; the same object as {@code factual} where they are equal
 */
public record PairRow(int track, int chunk, int chunks, int[] to, PairCounts factual, PairCounts counterfactual)
        implements NeighboursEntry {
    /** Counts parallel to a row's neighbours: at distance ≤ window, and at distance 1. */
    public record PairCounts(int[] window, int[] adjacent) {}
}
