package chorus.bundle;

/** A directory holds what is no experiment's and must not be overwritten; the message is the line to show. */
public final class PlaceOfOthers extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlaceOfOthers(String message) {
        super(message);
    }
}
