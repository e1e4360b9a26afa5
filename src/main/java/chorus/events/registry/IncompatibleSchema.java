package chorus.events.registry;

/** The registry holds a schema that this version's readers could not follow, and refuses this version's. */
public final class IncompatibleSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncompatibleSchema(String subject, Throwable cause) {
        super(
                "schema registry: the schema of " + subject + " cannot follow the registered one: "
                        + cause.getMessage(),
                cause);
    }

    private IncompatibleSchema(String message) {
        super(message);
    }

    /** The topics hold what 0.1.0 wrote, before worlds had names. Nothing was registered or written. */
    public static IncompatibleSchema olderFormat(String subject, String prefix) {
        return new IncompatibleSchema("schema registry: " + subject
                + " is in the format of Chorus 0.1.0, which this version "
                + "does not read: take another data directory, or another kafka.prefix than \"" + prefix + "\"");
    }
}
