package chorus.events;

/** The topics hold what version 0.1.0 wrote, in the format before worlds had names. Nothing was registered or written. */
public final class OlderFormat extends RuntimeException {
    private static final long serialVersionUID = 1;

    OlderFormat(String subject, String prefix) {
        super("schema registry: " + subject + " is in the format of Chorus 0.1.0, which this version does not read: "
                + "take another data directory, or another kafka.prefix than \"" + prefix + "\"");
    }
}
