package chorus.events;

/** The registry holds a schema that this version's readers could not follow, and refuses this version's. */
public final class IncompatibleSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncompatibleSchema(String subject, Throwable cause) {
        super(
                "schema registry: the schema of " + subject + " cannot follow the registered one: "
                        + cause.getMessage(),
                cause);
    }
}
