package chorus.config;

import java.time.Duration;

/**
 * Where broker and registry are; both addresses empty: embedded ones.
 *
 * @param patience how long a start waits for either to answer
 */
public record KafkaSettings(
        String bootstrap, String registry, String prefix, int partitions, short replication, Duration patience) {
    public KafkaSettings {
        if (!prefix.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "prefix = " + prefix + ": letters, digits, '.', '_' and '-' are allowed");
        }
        if (bootstrap.isEmpty() != registry.isEmpty()) {
            throw new IllegalArgumentException("bootstrap, registry: give both, or neither for the embedded ones");
        }
        Range.atLeast("partitions", partitions, 1);
        Range.atLeast("replication", replication, 1);
        Range.positive("patience", (double) patience.toMillis());
    }

    public boolean embedded() {
        return bootstrap.isEmpty();
    }
}
