package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class TopicFlowsTest {
    private final Map<MetricName, Metric> metrics = new java.util.HashMap<>();

    @Test
    void recordsOfATopicAreSummedOverClientsAndPartitions() {
        put("producer-topic-metrics", "record-send-total", 5.0, "client-id", "a", "topic", "c-rows");
        put("producer-topic-metrics", "record-send-total", 7.0, "client-id", "b", "topic", "c-rows");
        put("consumer-fetch-manager-metrics", "records-consumed-total", 9.0, "client-id", "a", "topic", "c-edits");
        put("consumer-fetch-manager-metrics", "records-lag", 2.0, "topic", "c-edits", "partition", "0");
        put("consumer-fetch-manager-metrics", "records-lag", 3.0, "topic", "c-edits", "partition", "1");
        put("consumer-fetch-manager-metrics", "records-lag", Double.NaN, "topic", "c-edits", "partition", "2");
        // of all topics together, and of what is no number
        put("consumer-fetch-manager-metrics", "records-consumed-total", 900.0, "client-id", "a");
        put("stream-metrics", "client-state", "RUNNING", "topic", "c-edits");
        var found = TopicFlows.of(metrics);
        assertThat(found.flows())
                .isEqualTo(new TreeMap<>(Map.of(
                        "c-rows", new TopicFlows.Flow(12, 0, 0),
                        "c-edits", new TopicFlows.Flow(0, 9, 5))));
        assertThat(found.storeBytes()).isEmpty();
    }

    @Test
    void bytesAreThoseOfAllStoresOnDiskAndInMemory() {
        put("stream-state-metrics", "total-sst-files-size", 100L, "rocksdb-state-id", "a");
        put("stream-state-metrics", "size-all-mem-tables", 20L, "rocksdb-state-id", "a");
        put("stream-state-metrics", "total-sst-files-size", 3L, "rocksdb-state-id", "b");
        assertThat(TopicFlows.of(metrics).storeBytes()).hasValue(123);
    }

    private void put(String group, String name, Object value, String... tags) {
        var all = new TreeMap<String, String>();
        for (var i = 0; i < tags.length; i += 2) {
            all.put(tags[i], tags[i + 1]);
        }
        var named = new MetricName(name, group, "", all);
        metrics.put(named, new Metric() {
            @Override
            public MetricName metricName() {
                return named;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
