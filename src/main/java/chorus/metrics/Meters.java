package chorus.metrics;

import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** The meters of one process, and their Prometheus text. Thread-safe. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<List<Object>, Reading> readings = new ConcurrentHashMap<>();

    public Meters() {
        registry.throwExceptionOnRegistrationFailure();
    }

    /** Adds the virtual machine's memory, threads and processor time, under Micrometer's names. */
    public Meters withMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return this;
    }

    /** Adds what a Kafka client or Kafka Streams measures of itself; read anew at every scrape. */
    public void addKafka(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        registry.getPrometheusRegistry().register(new KafkaCollector(metrics));
    }

    /** Sets a gauge; label values stand in the catalogue's order. */
    public void set(Meter meter, double value, String... labels) {
        require(meter, Meter.Kind.GAUGE);
        readings.computeIfAbsent(List.of(meter, List.of(labels)), key -> register(meter, labels)).value = value;
    }

    /** Sets a gauge to a count. */
    public void set(Meter meter, long count, String... labels) {
        set(meter, (double) count, labels);
    }

    /** Sets a gauge, or takes its series away while its value is undefined. */
    public void set(Meter meter, OptionalDouble value, String... labels) {
        if (value.isPresent()) {
            set(meter, value.getAsDouble(), labels);
            return;
        }
        var reading = readings.remove(List.of(meter, List.of(labels)));
        if (reading != null) {
            registry.remove(reading.gauge());
        }
    }

    public void add(Meter meter, double amount, String... labels) {
        require(meter, Meter.Kind.COUNTER);
        Counter.builder(meter.dotted())
                .description(meter.meaning())
                .tags(tags(meter, labels))
                .register(registry)
                .increment(amount);
    }

    public void record(Meter meter, Duration duration) {
        require(meter, Meter.Kind.TIMER);
        Timer.builder(meter.dotted())
                .description(meter.meaning())
                .register(registry)
                .record(duration);
    }

    /**
     * Shows a generation and what it did.
     *
     * @param twin name of the world in which no campaign happens
     */
    public void publish(GenerationRow generation, List<EvaluationRow> evaluations, String twin) {
        Publication.of(generation, this);
        evaluations.forEach(row -> Publication.of(row, twin, this));
    }

    /** The Prometheus text of all meters. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }

    private Reading register(Meter meter, String... labels) {
        var reading = new Reading();
        reading.gauge = Gauge.builder(meter.dotted(), reading, r -> r.value)
                .description(meter.meaning())
                .baseUnit(meter.unit().isEmpty() ? null : meter.unit())
                .tags(tags(meter, labels))
                .strongReference(true)
                .register(registry);
        return reading;
    }

    private static Tags tags(Meter meter, String... values) {
        var labels = meter.labels();
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(meter + " has the labels " + labels);
        }
        var tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(labels.get(i), values[i]);
        }
        return tags;
    }

    private static void require(Meter meter, Meter.Kind kind) {
        if (meter.kind() != kind) {
            throw new IllegalArgumentException(meter + " is a " + meter.kind());
        }
    }

    /** The value behind a gauge. */
    private static final class Reading {
        private volatile double value;
        private @Nullable Gauge gauge;

        Gauge gauge() {
            return Objects.requireNonNull(gauge);
        }
    }
}
