package chorus.metrics;

import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as a page, {@code docs/metrics.md}: names as Prometheus shows them. */
public final class MeterPage {
    private static final String HEAD = """
            # Metrics

            `GET /metrics` gives these meters in Prometheus' text format (0.0.4), or in that of OpenMetrics (1.0.0) to whom asks for it
            by `Accept`, as Prometheus does. [grafana.md](grafana.md) has dashboards and alerts of them. The page is written from the catalogue (`chorus.metrics.Metered`);
            a test fails when it is stale, another when a process does not show a meter that it should. A gauge whose value is undefined
            has no series; a counter is there from the first scrape on. Shares lie in 0…1. No meter carries a track, playlist or
            listener id.

            The column `shown by` says of which part of a run it is: `writer` is `chorus simulate`, `topology` is `chorus stream`, `trainer` is
            `chorus train`. `run`, `demo` and `replay` are all three in one process; `load` has a topology,
            a trainer and a generator, called `load`. Of the second simulation `writer` is `chorus altruism simulate`, `topology` is
            `chorus altruism stream`, and in the trainer's place `platform` is `chorus altruism train`; `altruism run` and `altruism demo` are
            all three. There the log holds ratings, not edits. A histogram has `_bucket`, `_count`, `_sum`, and `_max`, the longest of the last minutes.

            | name | type | unit | labels | shown by | meaning |
            |---|---|---|---|---|---|
            """;
    private static final String FOOT = """

            `world` is the name of a world: in hits and hit shares also that of the twin, in what else is told of a campaign only
            those in which it happens. `recommender` is the name of one, by default its model. `of` is `tracks` or `artists`, of Gini
            also `tracks_elliot` and `tracks_recbole`, of loss `ndcg`, `r_precision` or `clicks`, each also with `_optimistic` and
            `_adversarial`; `reading` is `playlist`, `playlist_per_rare_seed` or `frequency`; `places` is `1`, `5` or `10`; `over` is `all`,
            `anchor_in_seed`, `anchor_in_twin` or `rare_seed`; `outcome` is `trained` or `skipped`; `phase` is `join`, `hold` or `leave`; `folder` is
            `out` or `data`. Where users rate, `group` is `all`, `majority` or `minority`, of the harmed `members`, `majority` or `minority`,
            and `place` is that of a singular value, `1` to `12`; what a round comes to is told of the twin too.

            Besides: what the topology's Kafka clients and Kafka Streams measure of themselves as `kafka_<group>_<name>` (a name
            ending in `-total` is a counter), by default those that tell how it goes:

            """;
    private static final String END = """

            Each of them is of a thread or of a client, not of a task, partition or broker: with the default settings a process has
            less than 500 series. `serve.kafkaMetrics=all` shows all of them, which are thousands. A value that is no number
            has no series. Clients are named after the directory of their stores, so series stay the same over restarts. And the
            virtual machine's `jvm_memory_*`, `jvm_threads_*`, `system_cpu_*` and `process_cpu_*`.
            """;

    private MeterPage() {}

    public static String text() {
        var page = new StringBuilder(HEAD);
        for (var meter : Metered.all()) {
            var labels = meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            prometheus(meter),
                            meter.kind().name().toLowerCase(Locale.ROOT),
                            meter.unit(),
                            labels,
                            parts(meter),
                            meter.meaning()));
        }
        return page.append(FOOT)
                .append(MainKafkaMetrics.listed())
                .append('\n')
                .append(END)
                .toString();
    }

    private static String parts(Metered meter) {
        return meter.parts().equals(Part.all())
                ? "each"
                : meter.parts().stream()
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    /** The name under which Prometheus finds a meter; of a histogram, the stem of {@code _bucket}, {@code _count}, {@code _sum} and {@code _max}. */
    public static String prometheus(Metered meter) {
        var stem = meter.dotted().replace('.', '_');
        return switch (meter.kind()) {
            case COUNTER -> stem + "_total";
            case HISTOGRAM -> stem + "_seconds";
            case GAUGE -> meter.unit().isEmpty() ? stem : stem + "_" + meter.unit();
        };
    }
}
