package chorus.broker;

import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.events.Codec;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** The results as the topics {@code generations} and {@code evaluations} tell them, as far as they have been read. */
public final class GenerationLog implements AutoCloseable {
    private final Codec<GenerationRow> generationCodec;
    private final Codec<List<EvaluationRow>> evaluationCodec;
    private final TreeMap<Long, GenerationRow> generations = new TreeMap<>();
    private final TreeMap<Long, List<EvaluationRow>> evaluations = new TreeMap<>();
    private final WholeTopics topics;

    private GenerationLog(Cluster cluster) throws InterruptedException {
        generationCodec = cluster.events().generations();
        evaluationCodec = cluster.events().evaluations();
        topics = WholeTopics.open(
                cluster,
                Map.of(
                        cluster.names().generations(),
                        message -> generations.put(Keys.asLong(message.key()), generationCodec.decode(message.value())),
                        cluster.names().evaluations(),
                        message ->
                                evaluations.put(Keys.asLong(message.key()), evaluationCodec.decode(message.value()))));
    }

    /** Reads both topics to their present ends. */
    public static GenerationLog open(Cluster cluster) throws InterruptedException {
        return new GenerationLog(cluster);
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

        private Writer(Cluster cluster, Duration transactionTimeout) {
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
         */
        public static Writer open(Cluster cluster, Duration transactionTimeout) {
            var writer = new Writer(cluster, transactionTimeout);
            try {
                writer.producer.initTransactions();
                return writer;
            } catch (KafkaException failed) {
                writer.close();
                throw writer.unsent("generations", failed);
            }
        }

        public void publish(GenerationRow generation, List<EvaluationRow> rows) {
            var key = Keys.of(generation.generation());
            try {
                producer.beginTransaction();
                send(new ProducerRecord<>(names.evaluations(), key, evaluations.encode(rows)));
                send(new ProducerRecord<>(names.generations(), key, generations.encode(generation)));
                producer.commitTransaction();
            } catch (KafkaException failed) {
                var other = failed instanceof ProducerFencedException ? " (another trainer has taken over)" : "";
                throw unsent("generation " + generation.generation() + other, failed);
            }
        }

        private BrokerFault unsent(String what, KafkaException fault) {
            return BrokerFault.unsent(access, what, fault, Deed.writing(names.generations(), transactionalId));
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
