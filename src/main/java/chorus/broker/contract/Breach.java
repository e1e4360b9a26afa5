package chorus.broker.contract;

/**
 * Where a topic is not as its contract says.
 *
 * @param told how it is and what that does, in words
 * @param mend what mends it: a setting as {@code key=value}; empty where no setting does
 * @param grave whether the topic must not be used
 */
public record Breach(String told, String mend, boolean grave) {}
