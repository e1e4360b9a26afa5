package chorus.broker;

import chorus.events.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Topics that are read whole, from their beginning to where they end now, and followed from there. */
final class WholeTopics implements AutoCloseable {
    private final PausingReader reader;
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> takers;

    private WholeTopics(PausingReader reader, Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> takers) {
        this.reader = reader;
        this.takers = Map.copyOf(takers);
    }

    /**
     * Reads to the present ends.
     *
     * @param takers by topic: who is given its records, those without a value left out
     */
    static WholeTopics open(Cluster cluster, Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> takers)
            throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        takers.keySet().stream().sorted().forEach(topic -> partitions.addAll(cluster.allPartitions(topic)));
        var topics = new WholeTopics(cluster.reader(partitions), takers);
        try {
            topics.refresh();
            return topics;
        } catch (InterruptedException | RuntimeException failed) {
            topics.close();
            throw failed;
        }
    }

    /** Reads on to the present ends. */
    void refresh() throws InterruptedException {
        reader.toEnd(this::take);
    }

    /** Reads on for one poll of at most {@code timeout}. */
    void poll(Duration timeout) throws InterruptedException {
        var _ = reader.poll(timeout, this::take);
    }

    private boolean take(ConsumerRecord<byte[], byte[]> message) {
        try {
            var taker = takers.get(message.topic());
            if (taker != null && message.value() != null) {
                taker.accept(message);
            }
            return true;
        } catch (UndecodableException fault) {
            throw new BrokerFault.Unreadable(message, fault);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
