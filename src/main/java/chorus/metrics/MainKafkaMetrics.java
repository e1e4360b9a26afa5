package chorus.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;

/** Those of Kafka's own metrics that tell how a topology goes: one series a thread or client each. */
final class MainKafkaMetrics {
    /** Group → names. */
    private static final Map<String, List<String>> NAMES = new TreeMap<>(Map.of(
            "stream-metrics",
            List.of("alive-stream-threads", "failed-stream-threads", "client-state"),
            "stream-thread-metrics",
            List.of(
                    "process-rate",
                    "process-total",
                    "process-latency-avg",
                    "process-latency-max",
                    "process-ratio",
                    "commit-rate",
                    "commit-total",
                    "commit-latency-avg",
                    "commit-latency-max",
                    "commit-ratio",
                    "poll-rate",
                    "poll-ratio",
                    "punctuate-latency-max",
                    "punctuate-ratio",
                    "task-created-total",
                    "task-closed-total",
                    "blocked-time-ns-total",
                    "thread-state"),
            "consumer-fetch-manager-metrics",
            List.of(
                    "records-lag-max",
                    "records-consumed-rate",
                    "records-consumed-total",
                    "bytes-consumed-total",
                    "fetch-latency-avg"),
            "consumer-coordinator-metrics",
            List.of(
                    "assigned-partitions",
                    "rebalance-total",
                    "failed-rebalance-total",
                    "last-rebalance-seconds-ago",
                    "last-heartbeat-seconds-ago"),
            "producer-metrics",
            List.of(
                    "record-send-rate",
                    "record-send-total",
                    "record-error-total",
                    "record-retry-total",
                    "request-latency-avg",
                    "outgoing-byte-total",
                    "txn-commit-time-ns-total")));

    /** What tells one thread or client from another; whatever has further tags is a part of one. */
    private static final Set<String> TAGS = Set.of("client-id", "thread-id", "process-id", "application-id");

    private MainKafkaMetrics() {}

    static boolean has(MetricName name) {
        return NAMES.getOrDefault(name.group(), List.of()).contains(name.name())
                && TAGS.containsAll(name.tags().keySet());
    }

    /** All of them, a line of Markdown a group. */
    static String listed() {
        return NAMES.entrySet().stream()
                .map(group -> "* `" + group.getKey() + "`: " + String.join(", ", group.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
