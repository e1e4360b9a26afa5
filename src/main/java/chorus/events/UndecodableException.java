package chorus.events;

/** Bytes that are no value of their topic; the message is the reason. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndecodableException(String reason) {
        super(reason);
    }

    UndecodableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
