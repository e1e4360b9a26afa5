package chorus.playlist;

/**
 * To which course of events an edit or a playlist's entry belongs. Organic edits happen in both worlds, a collective's
 * insertion in the factual one only; the counterfactual world is the same run without the collective.
 */
public enum World {
    BOTH(0),
    FACTUAL(1),
    COUNTERFACTUAL(2);

    private static final World[] BY_CODE = {BOTH, FACTUAL, COUNTERFACTUAL};

    private final int code;

    World(int code) {
        this.code = code;
    }

    /** Two bits for compact forms; {@link #of} reverses it. */
    public int code() {
        return code;
    }

    public static World of(int code) {
        return BY_CODE[code];
    }

    /** Whether something of this world is seen in {@code view}, which is FACTUAL or COUNTERFACTUAL. */
    public boolean seenIn(World view) {
        return this == BOTH || this == view;
    }

    /** The view whose indices an edit of this world uses: BOTH edits count in the factual view. */
    public World view() {
        return this == COUNTERFACTUAL ? COUNTERFACTUAL : FACTUAL;
    }
}
