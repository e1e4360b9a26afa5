package chorus.playlist;

/**
 * To which course of events an edit or a playlist's entry belongs. Organic edits happen in both worlds, a collective's
 * insertion in the factual one only; the counterfactual world is the same run without the collective.
 */
public enum World {
    BOTH,
    FACTUAL,
    COUNTERFACTUAL;

    /** Whether something of this world is seen in {@code view}, which is FACTUAL or COUNTERFACTUAL. */
    public boolean seenIn(World view) {
        return this == BOTH || this == view;
    }

    /** The view whose indices an edit of this world uses: BOTH edits count in the factual view. */
    public World view() {
        return this == COUNTERFACTUAL ? COUNTERFACTUAL : FACTUAL;
    }
}
