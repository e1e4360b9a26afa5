package chorus.metrics;

import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as a page, {@code docs/metrics.md}: names as Prometheus shows them. */
public final class MeterPage {
    private static final String HEAD = """
            # Metrics

            `GET /metrics` gives these meters as Prometheus text. The page is written from the catalogue (`chorus.metrics.Meter`);
            a test fails when it is stale. A gauge whose value is undefined has no series. Shares lie in 0…1. No meter carries a
            track, playlist or listener id.

            | name | type | unit | labels | meaning |
            |---|---|---|---|---|
            """;
    private static final String FOOT = """

            `world` is the name of a world: in hits and hit shares also that of the twin, in what else is told of a campaign only
            those in which it happens. `of` is `tracks` or `artists`; `reading` is `playlist` or `frequency`; `over` is `all`,
            `anchor_in_seed` or `anchor_in_twin`; `outcome` is `trained` or `skipped`.

            Besides: what Kafka's clients and Kafka Streams measure of themselves as `kafka_<group>_<name>` (a name ending in
            `-total` is a counter), e.g. `kafka_stream_thread_process_rate`, `kafka_stream_state_put_rate`,
            `kafka_consumer_fetch_manager_records_lag_max`; and the virtual machine's `jvm_memory_*`, `jvm_threads_*`,
            `system_cpu_*` and `process_cpu_*`.
            """;

    private MeterPage() {}

    public static String text() {
        var page = new StringBuilder(HEAD);
        for (var meter : Meter.values()) {
            var labels = meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            prometheus(meter),
                            meter.kind().name().toLowerCase(Locale.ROOT),
                            meter.unit(),
                            labels,
                            meter.meaning()));
        }
        return page.append(FOOT).toString();
    }

    /** The name under which Prometheus finds a meter; of a timer, the stem of {@code _count}, {@code _sum} and {@code _max}. */
    public static String prometheus(Meter meter) {
        var stem = meter.dotted().replace('.', '_');
        return switch (meter.kind()) {
            case COUNTER -> stem + "_total";
            case TIMER -> stem + "_seconds";
            case GAUGE -> meter.unit().isEmpty() ? stem : stem + "_" + meter.unit();
        };
    }
}
