package chorus.embedded;

/** Broker or registry cannot be had: what is missing or in the way, in one line. */
public final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlatformFailure(String message) {
        super(message);
    }

    PlatformFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
