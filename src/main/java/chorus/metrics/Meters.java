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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** The meters of one process, and their Prometheus text. Thread-safe. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<List<Object>, Reading> readings = new ConcurrentHashMap<>();

    /** @param parts of the run that this process is: their counters are there from the beginning, at 0 */
    public Meters(Set<Part> parts) {
        registry.throwExceptionOnRegistrationFailure();
        for (var meter : Meter.values()) {
            if (meter.parts().stream().anyMatch(parts::contains)) {
                begin(meter);
            }
        }
    }

    private void begin(Meter meter) {
        switch (meter.kind()) {
            case COUNTER -> {
                if (meter == Meter.GENERATIONS) {
                    Publication.OUTCOMES.forEach(outcome -> counter(meter, outcome));
                } else {
                    counter(meter);
                }
            }
            case TIMER -> timer(meter);
            case GAUGE -> {
                if (meter == Meter.RESTORE_LEFT) {
                    set(meter, 0);
                }
            }
        }
    }

    /** Adds the virtual machine's memory, threads and processor time, under Micrometer's names. */
    public Meters withMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return this;
    }

    /**
     * Adds what a Kafka client or Kafka Streams measures of itself; read anew at every scrape.
     *
     * @param all whether all of it, else {@link MainKafkaMetrics}
     */
    public void addKafka(Supplier<? extends Map<MetricName, ? extends Metric>> metrics, boolean all) {
        registry.getPrometheusRegistry().register(new KafkaCollector(metrics, all ? _ -> true : MainKafkaMetrics::has));
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
        counter(meter, labels).increment(amount);
    }

    private Counter counter(Meter meter, String... labels) {
        return Counter.builder(meter.dotted())
                .description(meter.meaning())
                .tags(tags(meter, labels))
                .register(registry);
    }

    public void record(Meter meter, Duration duration) {
        require(meter, Meter.Kind.TIMER);
        timer(meter).record(duration);
    }

    private Timer timer(Meter meter) {
        return Timer.builder(meter.dotted()).description(meter.meaning()).register(registry);
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

    /** A generation that there will not be: nothing is told but that. */
    public void skipped(GenerationRow generation) {
        set(Meter.GENERATION, generation.generation());
        Publication.count(generation, this);
    }

    /** The Prometheus text of all meters, without values that are no numbers. */
    public String scrape() {
        return registry.scrape()
                .lines()
                .filter(line -> !line.endsWith(" NaN"))
                .collect(Collectors.joining("\n", "", "\n"));
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
