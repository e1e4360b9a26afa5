package chorus.explore;

/** A question that has no answer; the message is the line to show. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Why {
        /** The question is none. */
        WRONG,
        /** Not now, or not here. */
        NOT_READY
    }

    private final Why why;

    Unanswered(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
