package chorus.broker.access;

import java.util.function.UnaryOperator;

/**
 * What was being done when brokers refused: which rights it takes.
 *
 * @param onTopic by the topic's name
 * @param topic the one that is meant where the refusal names none
 * @param onGroup on a consumer group
 * @param transactionalId of the producer
 */
public record Deed(UnaryOperator<String> onTopic, String topic, String onGroup, String transactionalId) {
    public static Deed reading(String topic) {
        return new Deed(any -> "READ", topic, "READ", "");
    }

    public static Deed writing(String topic, String transactionalId) {
        return new Deed(any -> "WRITE", topic, "READ", transactionalId);
    }

    public static Deed creating(String topic) {
        return new Deed(any -> "CREATE", topic, "DESCRIBE", "");
    }

    public static Deed describing(String topic) {
        return new Deed(any -> "DESCRIBE", topic, "DESCRIBE", "");
    }

    /** To read how a topic is set up. */
    public static Deed examining(String topic) {
        return new Deed(any -> "DESCRIBE and DESCRIBE_CONFIGS", topic, "DESCRIBE", "");
    }
}
