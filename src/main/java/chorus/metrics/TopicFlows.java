package chorus.metrics;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What Kafka Streams' own clients tell of each topic: how many records went to it and came from it, how far behind reading is; and
 * how large the stores are.
 *
 * @param flows by topic
 * @param storeBytes of all stores on disk and in memory; empty where there are none
 */
public record TopicFlows(SortedMap<String, Flow> flows, OptionalDouble storeBytes) {
    public static final TopicFlows NONE = new TopicFlows(new TreeMap<>(), OptionalDouble.empty());

    /**
     * Records since the clients began.
     *
     * @param behind records that are there and not read yet
     */
    public record Flow(double written, double read, double behind) {
        private static final Flow NOTHING = new Flow(0, 0, 0);

        private Flow and(Flow other) {
            return new Flow(written + other.written, read + other.read, behind + other.behind);
        }
    }

    /** As the metrics stand at this moment. */
    public static TopicFlows of(Map<MetricName, ? extends Metric> metrics) {
        var flows = new TreeMap<String, Flow>();
        var bytes = 0.0;
        var stores = false;
        for (var metric : metrics.values()) {
            var name = metric.metricName();
            if (metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())) {
                var value = number.doubleValue();
                var topic = name.tags().get("topic");
                var flow = flow(name, value);
                if (topic != null && !flow.equals(Flow.NOTHING)) {
                    flows.merge(topic.replace('.', '_'), flow, Flow::and);
                }
                if (name.name().equals("total-sst-files-size") || name.name().equals("size-all-mem-tables")) {
                    bytes += value;
                    stores = true;
                }
            }
        }
        return new TopicFlows(flows, stores ? OptionalDouble.of(bytes) : OptionalDouble.empty());
    }

    private static Flow flow(MetricName name, double value) {
        return switch (name.group() + " " + name.name()) {
            case "producer-topic-metrics record-send-total" -> new Flow(value, 0, 0);
            // of a topic as a whole; beside it there are series of its partitions
            case "consumer-fetch-manager-metrics records-consumed-total" -> new Flow(0, value, 0);
            case "consumer-fetch-manager-metrics records-lag" -> new Flow(0, 0, value);
            default -> Flow.NOTHING;
        };
    }
}
