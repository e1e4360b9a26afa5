package chorus.broker.generations;

import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.WholeTopics;
import chorus.broker.orders.Decisions;
import chorus.broker.refused.Refusals;
import chorus.broker.results.Batch;
import chorus.config.SettingsLoader;
import chorus.events.Codec;
import chorus.orders.OrderDecision;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The results as the topics {@code generations} and {@code evaluations} tell them, as far as they have been read. */
public final class GenerationLog implements Decisions {
    private static final String KEY = "key-of-another-generation";
    private static final String AHEAD = "no-generation-before";

    private final Codec<GenerationRow> generationCodec;
    private final Codec<List<EvaluationRow>> evaluationCodec;
    private final TreeMap<Long, GenerationRow> generations = new TreeMap<>();
    private final TreeMap<Long, List<EvaluationRow>> evaluations = new TreeMap<>();
    private final List<OrderDecision> orders = new ArrayList<>();
    private final WholeTopics topics;

    private GenerationLog(Cluster cluster, Refusals refusals) throws InterruptedException {
        generationCodec = cluster.events().generations();
        evaluationCodec = cluster.events().evaluations();
        topics = WholeTopics.open(
                cluster,
                Map.of(
                        cluster.names().generations(), this::generation,
                        cluster.names().evaluations(), this::evaluation),
                refusals);
    }

    /** Generations come one after the other from 0 on: one that is ahead would have whoever follows believe that all is done. */
    private @Nullable String generation(ConsumerRecord<byte[], byte[]> message) {
        var row = generationCodec.decode(message.value());
        if (!isKey(message, row.generation())) {
            return KEY;
        }
        if (row.generation() < 0 || row.generation() > newest() + 1) {
            return AHEAD;
        }
        var fault = Decisions.fault(row.generation(), row.orders(), page -> SettingsLoader.order("order", page));
        if (fault != null) {
            return fault;
        }
        var first = generations.putIfAbsent(row.generation(), row);
        if (first == null) {
            orders.addAll(row.orders());
        }
        return first == null || first.equals(row) ? null : "number-of-another-generation";
    }

    private @Nullable String evaluation(ConsumerRecord<byte[], byte[]> message) {
        var rows = evaluationCodec.decode(message.value());
        if (message.key().length != Long.BYTES || rows.stream().anyMatch(row -> !isKey(message, row.generation()))) {
            return KEY;
        }
        if (Keys.asLong(message.key()) < 0 || Keys.asLong(message.key()) > evaluations.size()) {
            return AHEAD;
        }
        var first = evaluations.putIfAbsent(Keys.asLong(message.key()), rows);
        return first == null || first.equals(rows) ? null : "number-of-another-generation";
    }

    private static boolean isKey(ConsumerRecord<byte[], byte[]> message, long generation) {
        return Arrays.equals(message.key(), Keys.of(generation));
    }

    /** Reads both topics to their present ends. */
    public static GenerationLog open(Cluster cluster) throws InterruptedException {
        return open(cluster, Refusals.PASSED_OVER);
    }

    /** The same; {@code refusals} are told of what is passed over. */
    public static GenerationLog open(Cluster cluster, Refusals refusals) throws InterruptedException {
        return new GenerationLog(cluster, refusals);
    }

    /** Reads on to the present ends. */
    public void refresh() throws InterruptedException {
        topics.refresh();
    }

    /** The newest generation, trained or skipped; −1 before the first one. */
    public long newest() {
        return generations.isEmpty() ? -1 : generations.lastKey();
    }

    public List<GenerationRow> generations() {
        return List.copyOf(generations.values());
    }

    @Override
    public List<OrderDecision> orders() {
        return Collections.unmodifiableList(orders);
    }

    /** All evaluations, in the order of their generations. */
    public List<EvaluationRow> evaluations() {
        return evaluations.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Waits until the generation, or a later one, is published.
     *
     * @return false where {@code stop} came first
     */
    public boolean await(long generation, BooleanSupplier stop) throws InterruptedException {
        while (newest() < generation) {
            if (stop.getAsBoolean()) {
                return false;
            }
            topics.poll(Duration.ofMillis(100));
        }
        return true;
    }

    @Override
    public boolean awaitNext(BooleanSupplier stop) throws InterruptedException {
        return await(newest() + 1, stop);
    }

    @Override
    public void close() {
        topics.close();
    }

    /** Whether a generation is published, asked anew. */
    public static boolean holds(Cluster cluster, long generation) throws InterruptedException {
        try (var log = open(cluster)) {
            return log.newest() >= generation;
        }
    }

    /** A generation with its evaluations, to be published. */
    public static Batch batch(Cluster cluster, GenerationRow generation, List<EvaluationRow> rows) {
        var names = cluster.names();
        var key = Keys.of(generation.generation());
        var events = cluster.events();
        return new Batch(
                "generation " + generation.generation(),
                names.generations(),
                List.of(
                        new ProducerRecord<>(
                                names.evaluations(), key, events.evaluations().encode(rows)),
                        new ProducerRecord<>(
                                names.generations(), key, events.generations().encode(generation))));
    }
}
