package chorus.grafana;

import static chorus.grafana.Boards.PROCESS;
import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.metrics.Meter;
import java.util.List;

/** How the stream goes: Kafka Streams' own metrics under their own names, and what they do not tell. */
final class StreamBoard {
    private static final String HERE = "{instance=~\"$instance\"}";
    private static final String RATE = HERE + Query.WINDOW;

    private StreamBoard() {}

    static Board board() {
        return new Board(
                Uid.STREAM,
                "Chorus 4: stream health",
                "Lag, commits, restoring, memory, rebalances, closing of epochs, and the machine under it.",
                List.of(PROCESS),
                false,
                List.of(flow(), commits(), state(), epochs(), machine()));
    }

    private static Row flow() {
        return Row.of(
                "Flow",
                panel(
                                "Lag",
                                Unit.EDITS,
                                Meter.LAG,
                                "One that grows without end: the topology is too slow for the writers.")
                        .from(10_000, "yellow")
                        .from(100_000, "red")
                        .asks(Query.of("{{instance}}", "max by (instance) (%s" + HERE + ")", Meter.LAG)),
                Panel.lines(
                                "Edits",
                                Unit.EDITS_PER_SECOND,
                                "What writers give, and what the topology refuses. Refused records lie on edits-refused, or ratings-refused, with their reason.")
                        .asks(
                                Query.of("written", "sum(rate(%s" + RATE + "))", Meter.EDITS_WRITTEN),
                                Query.of("refused", "sum(rate(%s" + RATE + "))", Meter.REFUSED)),
                lines("Records processed", Unit.RECORDS_PER_SECOND, "By each thread of the topology: edits and deltas.")
                        .asks(kafka("{{thread_id}}", "kafka_stream_thread_process_total", "rate")),
                lines(
                                "Records consumed",
                                Unit.RECORDS_PER_SECOND,
                                "By each client; what restore consumers read is restoring.")
                        .asks(kafka("{{client_id}}", "kafka_consumer_fetch_manager_records_consumed_total", "rate")),
                lines("Records sent", Unit.RECORDS_PER_SECOND, "By each producer of the topology.")
                        .asks(kafka("{{client_id}}", "kafka_producer_record_send_total", "rate")),
                lines(
                                "Requests of producers",
                                Unit.SECONDS,
                                "How long the brokers take for a produce request, on average.")
                        .asks(new Query("kafka_producer_request_latency_avg" + HERE + " / 1000", "{{client_id}}")));
    }

    private static Row commits() {
        return Row.of(
                "Commits and threads",
                lines("Commits", Unit.PER_SECOND, "Of each thread.")
                        .asks(kafka("{{thread_id}}", "kafka_stream_thread_commit_total", "rate")),
                lines("Longest commit", Unit.SECONDS, "Of each thread, in the last half minute.")
                        .asks(new Query("kafka_stream_thread_commit_latency_max" + HERE + " / 1000", "{{thread_id}}")),
                lines(
                                "What threads do",
                                Unit.SHARE,
                                "Share of a thread's time. Punctuating is the work that closes epochs.")
                        .upTo(1)
                        .asks(ratio("process"), ratio("punctuate"), ratio("commit"), ratio("poll")),
                lines("Threads", Unit.PLAIN, "Of each instance. One that failed takes its instance along.")
                        .asks(
                                new Query("kafka_stream_alive_stream_threads" + HERE, "alive {{client_id}}"),
                                new Query("kafka_stream_failed_stream_threads" + HERE, "failed {{client_id}}")),
                lines(
                                "Rebalances",
                                Unit.PLAIN,
                                "In the window: partitions move between instances. Many of them in a row: an instance comes and goes.")
                        .asks(new Query(
                                "sum by (instance) (increase(kafka_consumer_coordinator_rebalance_total" + RATE + "))",
                                "{{instance}}")),
                lines("Partitions", Unit.PLAIN, "That each client of the topology has.")
                        .asks(new Query(
                                "sum by (instance) (kafka_consumer_coordinator_assigned_partitions" + HERE + ")",
                                "{{instance}}")));
    }

    private static Query ratio(String of) {
        return new Query("avg(kafka_stream_thread_" + of + "_ratio" + HERE + ")", of);
    }

    private static Row state() {
        return Row.of(
                "State",
                panel("Left to restore", Unit.NUMBER, Meter.RESTORE_LEFT, "An instance works when it is at 0.")
                        .asks(Query.of("{{instance}}", "%s" + HERE, Meter.RESTORE_LEFT)),
                panel(
                                "RocksDB's memory",
                                Unit.BYTES,
                                Meter.CACHE,
                                "It stays below its limit; write buffers take up to half of it.")
                        .asks(
                                Query.of("{{instance}}", "%s" + HERE, Meter.CACHE),
                                Query.of("limit of {{instance}}", "%s" + HERE, Meter.CACHE_LIMIT)),
                Panel.lines(
                                "Blocks found in memory",
                                Unit.SHARE,
                                "Hits ÷ blocks that were asked for. Where it falls and commits get long, give stream.rocksdbMemory more. "
                                        + "Nothing while everything still lies in write buffers.")
                        .upTo(1)
                        .asks(Query.of(
                                "{{instance}}",
                                "sum by (instance) (rate(%s" + RATE + ")) / (sum by (instance) (rate(%s" + RATE
                                        + ")) + sum by (instance) (rate(%s" + RATE + ")) > 0)",
                                Meter.CACHE_HITS,
                                Meter.CACHE_HITS,
                                Meter.CACHE_MISSES)),
                panel("Stores", Unit.BYTES, Meter.STORES, "").asks(Query.of("{{instance}}", "%s" + HERE, Meter.STORES)),
                Panel.lines("Free disk", Unit.SHARE, Meter.DISK_FREE.meaning() + ".")
                        .upTo(1)
                        .asks(Query.of(
                                "{{folder}} of {{instance}}",
                                "%s" + HERE + " / %s" + HERE,
                                Meter.DISK_FREE,
                                Meter.DISK_SIZE)),
                panel("Standstill", Unit.SECONDS, Meter.STANDSTILL, "/ready says what is waited for.")
                        .from(60, "yellow")
                        .from(120, "red")
                        .asks(Query.of("{{part}} of {{instance}}", "%s" + HERE, Meter.STANDSTILL)));
    }

    private static Row epochs() {
        return Row.of(
                "Epochs and generations",
                Panel.lines(
                                "Epochs closed",
                                Unit.PER_SECOND,
                                "Each counted for every partition: its rows are merged and published, its mark is written.")
                        .asks(Query.of(
                                "{{instance}}", "sum by (instance) (rate(%s" + RATE + "))", Meter.EPOCHS_CLOSED)),
                lines(
                                "Longest slice of closing",
                                Unit.SECONDS,
                                "It holds up the records of its thread; stream.closeSlice bounds it.")
                        .asks(new Query(
                                "max by (instance) (kafka_stream_thread_punctuate_latency_max" + HERE + ") / 1000",
                                "{{instance}}")),
                panel(
                                "Retraining",
                                Unit.SECONDS,
                                Meter.RETRAIN,
                                "Rows are there already; models are fitted, evaluated, published.")
                        .asks(Query.quantile("0.5", Meter.RETRAIN), Query.quantile("0.99", Meter.RETRAIN)),
                Panel.lines("Generations a second", Unit.PER_SECOND, Meter.GENERATIONS.meaning() + ".")
                        .asks(Query.of(
                                "{{outcome}}", "sum by (outcome) (rate(%s" + Query.WINDOW + "))", Meter.GENERATIONS)),
                Panel.lines("Age of the model", Unit.SECONDS, "Since the newest generation was published.")
                        .asks(Query.of("age", "time() - max(%s)", Meter.PUBLISHED)),
                Panel.lines(
                                "Forgotten transactions",
                                Unit.PLAIN,
                                "Ended by this process, or found and left alone: `chorus doctor` tells more. Readers stand before such a one.")
                        .asks(
                                Query.of("repaired", "sum(%s" + HERE + ")", Meter.TRANSACTIONS_REPAIRED),
                                Query.of("hanging", "sum(%s" + HERE + ")", Meter.TRANSACTIONS_HANGING)));
    }

    private static Row machine() {
        return Row.of(
                "Processes",
                lines("Processor", Unit.SHARE, "Of all cores of the machine, by each process.")
                        .upTo(1)
                        .asks(new Query("process_cpu_usage" + HERE, "{{instance}}")),
                lines("Heap", Unit.BYTES, "Used by each process; what falls back was garbage.")
                        .asks(new Query(
                                "sum by (instance) (jvm_memory_used_bytes{area=\"heap\",instance=~\"$instance\"})",
                                "{{instance}}")),
                lines("Threads of the machine", Unit.PLAIN, "Of each process.")
                        .asks(new Query("jvm_threads_live_threads" + HERE, "{{instance}}")));
    }

    private static Panel lines(String title, Unit unit, String says) {
        return Panel.lines(title, unit, says);
    }

    private static Query kafka(String legend, String counter, String function) {
        return new Query(function + "(" + counter + RATE + ")", legend);
    }
}
