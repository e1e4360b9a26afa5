package chorus.state.cooccurrence;

/**
 * Changes in order of (from, to), as parallel arrays.
 *
 * @param pairs from and to, packed
 * @param twin what changes in the twin, and so in every world, as {@link Lanes}
 * @param others by how much the change in other worlds differs from that
 */
public record SortedChanges(long[] pairs, long[] twin, Differences[] others) {
    public int size() {
        return pairs.length;
    }

    public int from(int i) {
        return (int) (pairs[i] >> 32);
    }

    public int to(int i) {
        return (int) pairs[i];
    }

    /** First index after {@code start} with another {@code from}. */
    public int endOfRow(int start) {
        var end = start + 1;
        while (end < pairs.length && from(end) == from(start)) {
            end++;
        }
        return end;
    }
}
