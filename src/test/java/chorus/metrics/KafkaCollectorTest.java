package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Value;
import org.junit.jupiter.api.Test;

class KafkaCollectorTest {
    @Test
    void kafkasMetricsAreShownAsTheyAreAtEachScrape() {
        try (var kafka = new Metrics();
                var meters = new Meters(Part.all())) {
            meters.addKafka(kafka::metrics, true);
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
                var meters = new Meters(Part.all())) {
            meters.addKafka(kafka::metrics, true);
            var sensor = kafka.sensor("records");
            sensor.add(name("lag", "client-id", "c"), new Value());
            sensor.add(name("lag", "client-id", "c", "topic", "edits"), new Value());
            sensor.record(2);
            assertThat(meters.scrape().lines())
                    .contains("kafka_stream_thread_lag{client_id=\"c\"} 2.0")
                    .contains("kafka_stream_thread_lag{client_id=\"c\",topic=\"edits\"} 2.0");
        }
    }

    @Test
    void whatIsNoNumberHasNoSeries() {
        try (var kafka = new Metrics();
                var meters = new Meters(Part.all())) {
            meters.addKafka(kafka::metrics, true);
            var sensor = kafka.sensor("latency");
            sensor.add(name("process-latency-avg", "thread-id", "t1"), new Avg());
            assertThat(meters.scrape()).doesNotContain("process_latency_avg").doesNotContain("NaN");
            sensor.record(5);
            assertThat(meters.scrape()).contains("process_latency_avg{thread_id=\"t1\"} 5.0");
        }
    }

    @Test
    void unlessAllAreAskedForThereAreThoseOfThreadsAndClientsThatTellHowItGoes() {
        try (var kafka = new Metrics();
                var some = new Meters(Part.all());
                var all = new Meters(Part.all())) {
            some.addKafka(kafka::metrics, false);
            all.addKafka(kafka::metrics, true);
            var sensor = kafka.sensor("records");
            sensor.add(name("process-total", "thread-id", "t1"), new CumulativeSum());
            sensor.add(name("process-total", "thread-id", "t1", "task-id", "0_1"), new CumulativeSum());
            sensor.add(name("thread-start-time", "thread-id", "t1"), new Value());
            sensor.record(5);
            assertThat(some.scrape().lines().filter(line -> line.startsWith("kafka_")))
                    .containsExactly("kafka_stream_thread_process_total{thread_id=\"t1\"} 5.0");
            assertThat(all.scrape().lines().filter(line -> line.startsWith("kafka_stream_")))
                    .hasSize(3);
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
