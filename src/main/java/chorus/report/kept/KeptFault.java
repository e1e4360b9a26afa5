package chorus.report.kept;

/** A run's file cannot be read; the message says which, and where. */
public final class KeptFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeptFault(String message) {
        super(message);
    }

    KeptFault(String message, Throwable cause) {
        super(message, cause);
    }
}
