package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Value;
import org.junit.jupiter.api.Test;

class KafkaCollectorTest {
    @Test
    void kafkasMetricsAreShownAsTheyAreAtEachScrape() {
        try (var kafka = new Metrics();
                var meters = new Meters()) {
            meters.addKafka(kafka::metrics);
            var sensor = kafka.sensor("records");
            sensor.add(name("process-total", "thread-id", "t1"), new CumulativeSum());
            sensor.add(name("process-latency", "thread-id", "t1"), new Value());
            sensor.record(5);
            assertThat(meters.scrape().lines())
                    .contains("kafka_stream_thread_process_total{thread_id=\"t1\"} 5.0")
                    .contains("kafka_stream_thread_process_latency{thread_id=\"t1\"} 5.0")
                    .contains("# TYPE kafka_stream_thread_process_total counter");
            kafka.removeSensor("records");
            assertThat(meters.scrape()).doesNotContain("process_total");
        }
    }

    @Test
    void oneNameMayCarryDifferentLabels() {
        try (var kafka = new Metrics();
                var meters = new Meters()) {
            meters.addKafka(kafka::metrics);
            var sensor = kafka.sensor("records");
            sensor.add(name("lag", "client-id", "c"), new Value());
            sensor.add(name("lag", "client-id", "c", "topic", "edits"), new Value());
            sensor.record(2);
            assertThat(meters.scrape().lines())
                    .contains("kafka_stream_thread_lag{client_id=\"c\"} 2.0")
                    .contains("kafka_stream_thread_lag{client_id=\"c\",topic=\"edits\"} 2.0");
        }
    }

    private static MetricName name(String name, String... tags) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            labels.put(tags[i], tags[i + 1]);
        }
        return new MetricName(name, "stream-thread-metrics", "what it means", labels);
    }
}
