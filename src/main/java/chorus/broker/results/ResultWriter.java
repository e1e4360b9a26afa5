package chorus.broker.results;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.TopicNames;
import chorus.broker.access.Deed;
import chorus.broker.refused.DeadLetters;
import chorus.broker.refused.Refusals;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** The only one to publish results of a simulation: each comes whole, in one transaction, or not at all. */
public final class ResultWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final TopicNames names;
    private final String transactionalId;
    private final Cluster cluster;
    private final Duration transactionTimeout;
    private final DeadLetters letters;

    private ResultWriter(Cluster cluster, Duration transactionTimeout, DeadLetters letters) {
        this.cluster = cluster;
        this.transactionTimeout = transactionTimeout;
        this.letters = letters;
        names = cluster.names();
        transactionalId = names.trainer();
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
    public static ResultWriter open(Cluster cluster, Duration transactionTimeout, Consumer<String> told)
            throws InterruptedException {
        var names = cluster.names();
        var letters = new DeadLetters(
                names.refused(), names.readByTrainer(), cluster.events().refused(), told);
        return open(cluster, transactionTimeout, letters);
    }

    private static ResultWriter open(Cluster cluster, Duration transactionTimeout, DeadLetters letters)
            throws InterruptedException {
        var writer = new ResultWriter(cluster, transactionTimeout, letters);
        try (var kept = cluster.reader(cluster.allPartitions(cluster.names().refused()))) {
            writer.producer.initTransactions();
            kept.toEnd(message -> {
                writer.letters.known(message.value());
                return true;
            });
            return writer;
        } catch (KafkaException failed) {
            writer.close();
            throw writer.unsent("results", writer.names.results(), failed);
        } catch (InterruptedException | RuntimeException failed) {
            writer.close();
            throw failed;
        }
    }

    /** Another in its place, where the brokers have given up what this one had under way; knows what is to be kept. */
    public ResultWriter again() throws InterruptedException {
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
            publish(new Batch("what was refused", names.refused(), refused));
            letters.written();
        }
    }

    /** @throws BrokerFault.SendFailed where another has taken over, or the brokers do not take it */
    public void publish(Batch batch) {
        try {
            producer.beginTransaction();
            batch.records().forEach(this::send);
            producer.commitTransaction();
        } catch (KafkaException failed) {
            var other = failed instanceof ProducerFencedException ? " (another trainer has taken over)" : "";
            throw unsent(batch.what() + other, batch.topic(), failed);
        }
    }

    private BrokerFault unsent(String what, String topic, KafkaException fault) {
        return BrokerFault.unsent(cluster.access(), what, fault, Deed.writing(topic, transactionalId));
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
