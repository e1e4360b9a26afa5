package chorus.broker.contract;

import java.util.Map;

/**
 * A topic as it is there.
 *
 * @param replicas of its first partition
 * @param brokers that there are
 * @param settings its effective settings by key, inherited ones included
 */
public record Found(String topic, int partitions, int replicas, int brokers, Map<String, String> settings) {
    public Found {
        settings = Map.copyOf(settings);
    }
}
