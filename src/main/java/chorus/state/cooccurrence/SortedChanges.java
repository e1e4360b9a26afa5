package chorus.state.cooccurrence;

/** Changes in order of (from, to), as parallel arrays: the packed pair, its factual and its counterfactual {@link Lanes}. */
public record SortedChanges(long[] pairs, long[] factual, long[] counterfactual) {
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
