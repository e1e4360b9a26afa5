package chorus.chaos;

/** What a round must not come to, in one line. */
final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message) {
        super(message);
    }
}
