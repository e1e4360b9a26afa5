package chorus.broker;

import chorus.broker.refused.Refusals;
import chorus.events.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Topics that are read whole, from their beginning to where they end now, and followed from there. */
public final class WholeTopics implements AutoCloseable {
    private final PausingReader reader;
    private final Map<String, Taker> takers;
    private final Refusals refusals;

    private WholeTopics(PausingReader reader, Map<String, Taker> takers, Refusals refusals) {
        this.reader = reader;
        this.takers = Map.copyOf(takers);
        this.refusals = refusals;
    }

    /** Takes one record that has a value, and says why it is refused; null where it is not. */
    @FunctionalInterface
    public interface Taker {
        @Nullable
        String take(ConsumerRecord<byte[], byte[]> message);
    }

    /**
     * Reads to the present ends.
     *
     * @param takers by topic: who is given its records, those without a value left out
     * @param refusals is told of what is no value of its topic
     */
    public static WholeTopics open(Cluster cluster, Map<String, Taker> takers, Refusals refusals)
            throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        takers.keySet().stream().sorted().forEach(topic -> partitions.addAll(cluster.allPartitions(topic)));
        var topics = new WholeTopics(cluster.reader(partitions), takers, refusals);
        try {
            topics.refresh();
            return topics;
        } catch (InterruptedException | RuntimeException failed) {
            topics.close();
            throw failed;
        }
    }

    /** Reads on to the present ends. */
    public void refresh() throws InterruptedException {
        reader.toEnd(this::take);
    }

    /** Reads on for one poll of at most {@code timeout}. */
    public void poll(Duration timeout) throws InterruptedException {
        var _ = reader.poll(timeout, this::take);
    }

    private boolean take(ConsumerRecord<byte[], byte[]> message) {
        var fault = fault(message);
        if (fault != null) {
            refusals.refuse(message, fault);
        }
        return true;
    }

    private @Nullable String fault(ConsumerRecord<byte[], byte[]> message) {
        var taker = takers.get(message.topic());
        if (taker == null) {
            return null;
        }
        if (message.key() == null || message.value() == null) {
            return message.key() == null ? "no key" : "no value";
        }
        try {
            return taker.take(message);
        } catch (UndecodableException fault) {
            return fault.getMessage();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
