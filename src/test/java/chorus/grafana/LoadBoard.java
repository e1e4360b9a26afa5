package chorus.grafana;

import static chorus.grafana.Boards.PROCESS;
import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.metrics.Meter;
import java.util.List;

/** An open-loop load test as it goes. */
final class LoadBoard {
    private static final String RATE = "{instance=~\"$instance\"}" + Query.WINDOW;

    private LoadBoard() {}

    static Board board() {
        return new Board(
                Uid.LOAD,
                "Chorus 5: load test",
                "A `chorus load` as it goes. Its result, load.json, counts the measured part alone; here is all of it.",
                List.of(PROCESS),
                false,
                List.of(
                        Row.of(
                                "Does it keep up",
                                Panel.lines(
                                                "Edits a second",
                                                Unit.EDITS_PER_SECOND,
                                                "Intended, sent, and found counted, of all generators. Open-loop: what is late is sent at once, and counts as late.")
                                        .wide(12)
                                        .asks(
                                                Query.of("intended", "sum(%s)", Meter.LOAD_OFFERED),
                                                Query.of("sent", "sum(rate(%s" + RATE + "))", Meter.LOAD_SENT),
                                                Query.of("counted", "sum(rate(%s" + RATE + "))", Meter.LOAD_COUNTED)),
                                panel("Lag", Unit.EDITS, Meter.LOAD_LAG, "While it grows the rate is not sustained.")
                                        .wide(12)
                                        .asks(Query.of("{{instance}}", "%s{instance=~\"$instance\"}", Meter.LOAD_LAG))),
                        Row.of(
                                "How long it takes",
                                latency("Edit → counted", Meter.LOAD_COUNT_LATENCY),
                                latency("Edit → visible", Meter.LOAD_VIEW_LATENCY)),
                        Row.of(
                                "What holds it up",
                                Panel.lines(
                                                "Longest commit",
                                                Unit.SECONDS,
                                                "Of any thread of the topology, wherever it runs.")
                                        .asks(new Query(
                                                "max by (instance) (kafka_stream_thread_commit_latency_max) / 1000",
                                                "{{instance}}")),
                                Panel.lines("Longest slice of closing", Unit.SECONDS, "Of any thread of the topology.")
                                        .asks(new Query(
                                                "max by (instance) (kafka_stream_thread_punctuate_latency_max) / 1000",
                                                "{{instance}}")),
                                Panel.lines("Processor", Unit.SHARE, "Of all cores of the machine, by each process.")
                                        .upTo(1)
                                        .asks(new Query("process_cpu_usage", "{{instance}}")))));
    }

    private static Panel latency(String title, Meter meter) {
        return panel(title, Unit.SECONDS, meter, "Quantiles are read off buckets: those of load.json are finer.")
                .wide(12)
                .asks(
                        Query.quantile("0.5", meter),
                        Query.quantile("0.9", meter),
                        Query.quantile("0.99", meter),
                        Query.quantile("0.999", meter));
    }
}
