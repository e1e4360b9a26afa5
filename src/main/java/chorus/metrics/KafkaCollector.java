package chorus.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka's own metrics as Prometheus series {@code kafka_<group>_<name>}, read when they are scraped: series of tasks that
 * moved away vanish with them, and no thread of ours runs in between. Names ending in {@code -total} are counters.
 */
final class KafkaCollector implements MultiCollector {
    private static final String TOTAL = "_total";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final Predicate<MetricName> shown;

    KafkaCollector(Supplier<? extends Map<MetricName, ? extends Metric>> metrics, Predicate<MetricName> shown) {
        this.metrics = metrics;
        this.shown = shown;
    }

    @Override
    public MetricSnapshots collect() {
        var families = new TreeMap<String, Family>();
        for (var metric : metrics.get().values()) {
            var name = metric.metricName();
            // read once: a moment later it may be another
            if (shown.test(name)
                    && metric.metricValue() instanceof Number number
                    && !Double.isNaN(number.doubleValue())) {
                families.computeIfAbsent(family(name), key -> new Family(name.description(), new LinkedHashMap<>()))
                        .series
                        .putIfAbsent(labels(name), number.doubleValue());
            }
        }
        var snapshots = MetricSnapshots.builder();
        families.forEach((name, family) -> snapshots.metricSnapshot(snapshot(name, family)));
        return snapshots.build();
    }

    private record Family(String help, Map<Labels, Double> series) {}

    private static MetricSnapshot snapshot(String name, Family family) {
        return name.endsWith(TOTAL) ? counter(name, family) : gauge(name, family);
    }

    private static MetricSnapshot counter(String name, Family family) {
        var counter = CounterSnapshot.builder()
                .name(name.substring(0, name.length() - TOTAL.length()))
                .help(family.help);
        family.series.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(Math.max(0, value))
                .build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(String name, Family family) {
        var gauge = GaugeSnapshot.builder().name(name).help(family.help);
        family.series.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }

    private static String family(MetricName name) {
        var group = name.group().endsWith("-metrics")
                ? name.group().substring(0, name.group().length() - "-metrics".length())
                : name.group();
        var family = ("kafka_" + group + "_" + name.name()).replaceAll("[^A-Za-z0-9_]", "_");
        return family.endsWith(TOTAL) ? family : PrometheusNaming.sanitizeMetricName(family);
    }

    private static Labels labels(MetricName name) {
        var labels = Labels.builder();
        var tags = new TreeMap<>(name.tags());
        // drawn by chance where the stores are new; the client's name tells one process from another
        tags.remove("process-id");
        tags.forEach((key, value) -> labels.label(PrometheusNaming.sanitizeLabelName(key.replace('-', '_')), value));
        return labels.build();
    }
}
