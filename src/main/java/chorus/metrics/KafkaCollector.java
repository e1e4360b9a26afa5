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

    KafkaCollector(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshots collect() {
        var families = new TreeMap<String, Map<Labels, Metric>>();
        for (var metric : metrics.get().values()) {
            if (metric.metricValue() instanceof Number) {
                families.computeIfAbsent(family(metric.metricName()), name -> new LinkedHashMap<>())
                        .putIfAbsent(labels(metric.metricName()), metric);
            }
        }
        var snapshots = MetricSnapshots.builder();
        families.forEach((name, series) -> snapshots.metricSnapshot(snapshot(name, series)));
        return snapshots.build();
    }

    private static MetricSnapshot snapshot(String name, Map<Labels, Metric> series) {
        var help = series.values().iterator().next().metricName().description();
        return name.endsWith(TOTAL) ? counter(name, help, series) : gauge(name, help, series);
    }

    private static MetricSnapshot counter(String name, String help, Map<Labels, Metric> series) {
        var counter = CounterSnapshot.builder()
                .name(name.substring(0, name.length() - TOTAL.length()))
                .help(help);
        series.forEach((labels, metric) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(Math.max(0, value(metric)))
                .build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(String name, String help, Map<Labels, Metric> series) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        series.forEach((labels, metric) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value(metric))
                .build()));
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
        new TreeMap<>(name.tags())
                .forEach(
                        (key, value) -> labels.label(PrometheusNaming.sanitizeLabelName(key.replace('-', '_')), value));
        return labels.build();
    }

    private static double value(Metric metric) {
        return ((Number) metric.metricValue()).doubleValue();
    }
}
