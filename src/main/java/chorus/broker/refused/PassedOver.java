package chorus.broker.refused;

/** A record that is passed over; the message says why. */
public final class PassedOver extends Exception {
    private static final long serialVersionUID = 1;

    public PassedOver(String reason) {
        super(reason, null, false, false);
    }

    /** What lies under a key that is not its own is passed over. */
    public static void unless(boolean keyFits) throws PassedOver {
        if (!keyFits) {
            throw new PassedOver("key-of-another-row");
        }
    }
}
