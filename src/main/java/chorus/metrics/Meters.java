package chorus.metrics;

import chorus.ratings.results.RoundRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** The meters of one process, and their Prometheus text. Thread-safe. */
public final class Meters implements AutoCloseable {
    private static final String TEXT = "text/plain";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<List<Object>, Reading> readings = new ConcurrentHashMap<>();
    private final CampaignPhases phases = new CampaignPhases();

    /** Counters that somebody else keeps: read at each scrape. */
    private static final Set<Meter> KEPT_ELSEWHERE =
            EnumSet.of(Meter.CACHE_HITS, Meter.CACHE_MISSES, Meter.LOAD_SENT, Meter.LOAD_COUNTED);

    /** Upper bounds of a histogram's buckets, in milliseconds. */
    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 120_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** @param parts of the run that this process is: their counters are there from the beginning, at 0 */
    public Meters(Set<Part> parts) {
        registry.throwExceptionOnRegistrationFailure();
        for (var meter : Metered.all()) {
            if (meter.parts().stream().anyMatch(parts::contains)) {
                begin(meter);
            }
        }
    }

    private void begin(Metered meter) {
        switch (meter.kind()) {
            case COUNTER -> {
                if (meter == Meter.GENERATIONS) {
                    Publication.OUTCOMES.forEach(outcome -> counter(meter, outcome));
                } else if (KEPT_ELSEWHERE.contains(meter)) {
                    read(meter, () -> 0);
                } else {
                    counter(meter);
                }
            }
            case HISTOGRAM -> timer(meter);
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
    public void set(Metered meter, double value, String... labels) {
        require(meter, Metered.Kind.GAUGE);
        read(meter, () -> value, labels);
    }

    /** Lets a gauge, or a counter that somebody else keeps, be read at each scrape. */
    public void read(Metered meter, DoubleSupplier value, String... labels) {
        if (!KEPT_ELSEWHERE.contains(meter)) {
            require(meter, Metered.Kind.GAUGE);
        }
        readings.computeIfAbsent(List.of(meter, List.of(labels)), key -> register(meter, labels)).value = value;
    }

    /** Sets a gauge to a count. */
    public void set(Metered meter, long count, String... labels) {
        set(meter, (double) count, labels);
    }

    /** Sets a gauge, or takes its series away while its value is undefined. */
    public void set(Metered meter, OptionalDouble value, String... labels) {
        if (value.isPresent()) {
            set(meter, value.getAsDouble(), labels);
            return;
        }
        var reading = readings.remove(List.of(meter, List.of(labels)));
        if (reading != null) {
            registry.remove(reading.meter());
        }
    }

    public void add(Metered meter, double amount, String... labels) {
        require(meter, Metered.Kind.COUNTER);
        counter(meter, labels).increment(amount);
    }

    private Counter counter(Metered meter, String... labels) {
        return Counter.builder(meter.dotted())
                .description(meter.meaning())
                .tags(tags(meter, labels))
                .register(registry);
    }

    public void record(Metered meter, Duration duration) {
        require(meter, Metered.Kind.HISTOGRAM);
        timer(meter).record(duration);
    }

    private Timer timer(Metered meter) {
        return Timer.builder(meter.dotted())
                .description(meter.meaning())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /**
     * Shows a generation and what it did.
     *
     * @param twin name of the world in which no campaign happens
     */
    public void publish(GenerationRow generation, List<EvaluationRow> evaluations, String twin) {
        Publication.of(generation, this);
        evaluations.forEach(row -> Publication.of(row, twin, this));
        var campaigns = evaluations.stream()
                .filter(row -> !row.campaign().isEmpty() && !row.world().equals(twin))
                .toList();
        phases.next(campaigns).forEach((each, phase) -> Publication.of(each, phase, this));
    }

    /** Shows a round of the second simulation, in all its worlds. */
    public void publish(List<RoundRow> round) {
        set(Meter.GENERATION, round.getFirst().round());
        add(Meter.GENERATIONS, 1, Publication.OUTCOMES.getFirst());
        round.forEach(row -> RoundPublication.of(row, this));
    }

    /** A generation that there will not be: nothing is told but that. */
    public void skipped(GenerationRow generation) {
        set(Meter.GENERATION, generation.generation());
        Publication.count(generation, this);
    }

    /** All meters in Prometheus' text format, without values that are no numbers. */
    public String scrape() {
        return scrape(TEXT);
    }

    /** @param contentType of Prometheus' text format or of OpenMetrics */
    public String scrape(String contentType) {
        return registry.scrape(contentType)
                .lines()
                .filter(line -> !line.endsWith(" NaN"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public void close() {
        registry.close();
    }

    private Reading register(Metered meter, String... labels) {
        var reading = new Reading();
        reading.meter = meter.kind() == Metered.Kind.COUNTER
                ? FunctionCounter.builder(meter.dotted(), reading, Reading::now)
                        .description(meter.meaning())
                        .tags(tags(meter, labels))
                        .register(registry)
                : Gauge.builder(meter.dotted(), reading, Reading::now)
                        .description(meter.meaning())
                        .baseUnit(meter.unit().isEmpty() ? null : meter.unit())
                        .tags(tags(meter, labels))
                        .strongReference(true)
                        .register(registry);
        return reading;
    }

    private static Tags tags(Metered meter, String... values) {
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

    private static void require(Metered meter, Metered.Kind kind) {
        if (meter.kind() != kind) {
            throw new IllegalArgumentException(meter + " is a " + meter.kind());
        }
    }

    /** The value behind a gauge, or behind a counter that somebody else keeps. */
    private static final class Reading {
        private volatile DoubleSupplier value = () -> 0;
        private io.micrometer.core.instrument.@Nullable Meter meter;

        double now() {
            return value.getAsDouble();
        }

        io.micrometer.core.instrument.Meter meter() {
            return Objects.requireNonNull(meter);
        }
    }
}
