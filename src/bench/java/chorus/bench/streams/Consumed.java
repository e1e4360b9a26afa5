package chorus.bench.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many records of a topic an application's consumers have read, from its metrics. */
record Consumed(Supplier<Map<MetricName, ? extends Metric>> metrics, String topic) {
    long records() {
        var byClient = new HashMap<String, Double>();
        for (var metric : metrics.get().entrySet()) {
            var name = metric.getKey();
            var client = name.tags().get("client-id");
            if (client != null
                    && name.name().equals("records-consumed-total")
                    && topic.replace('.', '_').equals(name.tags().get("topic"))
                    && metric.getValue().metricValue() instanceof Double value
                    && !value.isNaN()) {
                byClient.merge(client, value, Math::max);
            }
        }
        return (long) byClient.values().stream().mapToDouble(value -> value).sum();
    }
}
