package chorus.events;

/** The schema registry does not answer, or not as a registry would: its URL and the reason in one line. */
public final class RegistryUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    RegistryUnreachable(String url, Throwable cause) {
        super("schema registry " + url + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
