package chorus.bundle.compare;

/** What was named is no bundle, or no two that can be compared; the message is the line to show. */
public final class NotComparable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotComparable(String message) {
        super(message);
    }
}
