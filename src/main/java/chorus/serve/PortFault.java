package chorus.serve;

/** The address that the web server was given cannot be used; the message says which one and what to change. */
public final class PortFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortFault(String message, Throwable cause) {
        super(message, cause);
    }
}
