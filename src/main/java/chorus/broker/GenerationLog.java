package chorus.broker;

import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.broker.refused.DeadLetters;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.OrderDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** The results as the topics {@code generations} and {@code evaluations} tell them, as far as they have been read. */
public final class GenerationLog implements AutoCloseable {
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

    /** What became of orders, in the order in which it was decided; a view that grows as more is read. */
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
    public void close() {
        topics.close();
    }

    /** The only one to publish generations: each comes whole, with its evaluations, or not at all. */
    public static final class Writer implements AutoCloseable {
        private final Producer<byte[], byte[]> producer;
        private final TopicNames names;
        private final Access access;
        private final String transactionalId;
        private final Codec<GenerationRow> generations;
        private final Codec<List<EvaluationRow>> evaluations;
        private final Cluster cluster;
        private final Duration transactionTimeout;
        private final DeadLetters letters;

        private Writer(Cluster cluster, Duration transactionTimeout, DeadLetters letters) {
            this.cluster = cluster;
            this.transactionTimeout = transactionTimeout;
            this.letters = letters;
            names = cluster.names();
            generations = cluster.events().generations();
            evaluations = cluster.events().evaluations();
            access = cluster.access();
            transactionalId = names.prefix() + "trainer";
            producer = cluster.producer(Map.of(
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    transactionalId,
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                    (int) transactionTimeout.toMillis(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    0));
        }

        /**
         * Takes over from any earlier writer: what that one has under way is given up.
         *
         * @param transactionTimeout after so long the brokers give up what this one has under way
         * @param told is given a line for each of the first records that are refused
         */
        public static Writer open(Cluster cluster, Duration transactionTimeout, Consumer<String> told)
                throws InterruptedException {
            var names = cluster.names();
            var refused = cluster.events().refused();
            var letters = new DeadLetters(names.refused(), names.readByTrainer(), refused, told);
            return open(cluster, transactionTimeout, letters);
        }

        private static Writer open(Cluster cluster, Duration transactionTimeout, DeadLetters letters)
                throws InterruptedException {
            var writer = new Writer(cluster, transactionTimeout, letters);
            try (var kept = cluster.reader(cluster.allPartitions(cluster.names().refused()))) {
                writer.producer.initTransactions();
                kept.toEnd(message -> {
                    writer.letters.known(message.value());
                    return true;
                });
                return writer;
            } catch (KafkaException failed) {
                writer.close();
                throw writer.unsent("generations", writer.names.generations(), failed);
            } catch (InterruptedException | RuntimeException failed) {
                writer.close();
                throw failed;
            }
        }

        /** Another in its place, where the brokers have given up what this one had under way; knows what is to be kept. */
        public Writer again() throws InterruptedException {
            close();
            return open(cluster, transactionTimeout, letters);
        }

        /** Where readers say what they pass over; {@link #keep} writes it. */
        public Refusals refusals() {
            return letters;
        }

        /** Keeps what was refused since the last time. */
        public void keep() {
            var refused = letters.pending();
            if (!refused.isEmpty()) {
                inTransaction("what was refused", names.refused(), refused);
                letters.written();
            }
        }

        public void publish(GenerationRow generation, List<EvaluationRow> rows) {
            var key = Keys.of(generation.generation());
            inTransaction(
                    "generation " + generation.generation(),
                    names.generations(),
                    List.of(
                            new ProducerRecord<>(names.evaluations(), key, evaluations.encode(rows)),
                            new ProducerRecord<>(names.generations(), key, generations.encode(generation))));
        }

        private void inTransaction(String what, String topic, List<ProducerRecord<byte[], byte[]>> messages) {
            try {
                producer.beginTransaction();
                messages.forEach(this::send);
                producer.commitTransaction();
            } catch (KafkaException failed) {
                var other = failed instanceof ProducerFencedException ? " (another trainer has taken over)" : "";
                throw unsent(what + other, topic, failed);
            }
        }

        private BrokerFault unsent(String what, String topic, KafkaException fault) {
            return BrokerFault.unsent(access, what, fault, Deed.writing(topic, transactionalId));
        }

        /** A failure to send makes the commit fail. */
        private void send(ProducerRecord<byte[], byte[]> message) {
            var _ = producer.send(message);
        }

        @Override
        public void close() {
            producer.close(Duration.ofSeconds(10));
        }
    }
}
