package chorus.broker.examine;

/**
 * One thing that an examination found.
 *
 * @param subject what it is about: a broker, a topic, a group, …
 * @param told how it is, in words
 * @param wrong whether something has to be done
 */
public record Finding(String subject, String told, boolean wrong) {
    public static Finding good(String subject, String told) {
        return new Finding(subject, told, false);
    }

    public static Finding wrong(String subject, String told) {
        return new Finding(subject, told, true);
    }
}
