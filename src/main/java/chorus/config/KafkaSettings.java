package chorus.config;

import chorus.config.kinds.Range;
import java.time.Duration;

/**
 * Where broker and registry are; both addresses empty: embedded ones.
 *
 * @param patience how long a start waits for either to answer
 */
public record KafkaSettings(
        String bootstrap, String registry, String prefix, int partitions, short replication, Duration patience) {
    public KafkaSettings {
        if (!prefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "prefix = " + prefix
                            + ": letters, digits, '.', '_' and '-' are allowed, at most 100, as a topic's name has no more than 249");
        }
        if (bootstrap.isEmpty() != registry.isEmpty()) {
            throw new IllegalArgumentException("bootstrap, registry: give both, or neither for the embedded ones");
        }
        Range.within("partitions", partitions, 1, 1000);
        Range.within("replication", replication, 1, 100);
        Range.lasts("patience", patience, Duration.ofDays(1));
    }

    public boolean embedded() {
        return bootstrap.isEmpty();
    }
}
