package chorus.broker;

import chorus.broker.access.Deed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads partitions from their beginning, each in offset order, and stops each one where its visitor says: what was fetched
 * beyond that place waits here until the partition goes on.
 */
public final class PausingReader implements AutoCloseable {
    /** Takes one record and says whether its partition goes on after it. */
    public interface Visitor {
        boolean visit(ConsumerRecord<byte[], byte[]> message);
    }

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Set<TopicPartition> paused = new HashSet<>();
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> held = new LinkedHashMap<>();

    PausingReader(Cluster cluster, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.cluster = cluster;
        this.consumer = consumer;
        this.partitions = partitions;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public List<TopicPartition> partitions() {
        return partitions;
    }

    /**
     * Gives what is there to the visitor; waits at most {@code timeout} for the broker where nothing is.
     *
     * @return whether anything was there
     */
    public boolean poll(Duration timeout, Visitor visitor) throws InterruptedException {
        if (giveHeld(visitor)) {
            return true;
        }
        try {
            var messages = consumer.poll(timeout);
            for (var message : messages) {
                take(message, visitor);
            }
            return !messages.isEmpty();
        } catch (InterruptException stopped) {
            Thread.interrupted();
            throw (InterruptedException)
                    new InterruptedException("stopped while reading " + partitions).initCause(stopped);
        } catch (KafkaException refused) {
            throw fault(refused);
        }
    }

    private boolean giveHeld(Visitor visitor) {
        var given = false;
        for (var partition : new ArrayList<>(held.keySet())) {
            var waiting = held.getOrDefault(partition, new ArrayDeque<>());
            while (!paused.contains(partition) && !waiting.isEmpty()) {
                visit(waiting.removeFirst(), partition, visitor);
                given = true;
            }
            if (waiting.isEmpty() && !paused.contains(partition)) {
                held.remove(partition);
                consumer.resume(List.of(partition));
            }
        }
        return given;
    }

    private void take(ConsumerRecord<byte[], byte[]> message, Visitor visitor) {
        var partition = new TopicPartition(message.topic(), message.partition());
        var waiting = held.get(partition);
        if (waiting == null) {
            visit(message, partition, visitor);
        } else {
            waiting.addLast(message);
        }
    }

    private void visit(ConsumerRecord<byte[], byte[]> message, TopicPartition partition, Visitor visitor) {
        if (!visitor.visit(message)) {
            paused.add(partition);
            held.putIfAbsent(partition, new ArrayDeque<>());
            consumer.pause(List.of(partition));
        }
    }

    /** Lets a partition go on with the next poll. */
    void resume(TopicPartition partition) {
        paused.remove(partition);
    }

    public void resumeAll() {
        paused.clear();
    }

    /** The ends of what is committed now. */
    Map<TopicPartition, Long> ends() {
        try {
            return consumer.endOffsets(partitions);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException silent) {
            throw fault(silent);
        }
    }

    /** Whether the partition's visitor has seen everything before {@code end}. */
    boolean passed(TopicPartition partition, long end) {
        var waiting = held.get(partition);
        if (waiting != null && !waiting.isEmpty()) {
            return waiting.getFirst().offset() >= end;
        }
        try {
            return consumer.position(partition, POLL) >= end;
        } catch (TimeoutException unknownYet) {
            // the broker has not said yet where the partition begins
            return false;
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException refused) {
            throw fault(refused);
        }
    }

    private BrokerFault fault(KafkaException refused) {
        return BrokerFault.unanswered(
                cluster.access(), refused, Deed.reading(partitions.getFirst().topic()));
    }

    /** Gives everything up to the present end to the visitor, which must not pause. */
    public void toEnd(Visitor visitor) throws InterruptedException {
        var ends = ends();
        var topics = partitions.stream().map(TopicPartition::topic).distinct().collect(Collectors.joining(", "));
        try (var wait = cluster.waiting().waits("reader of " + topics, () -> "their end on " + cluster.bootstrap())) {
            while (!ends.entrySet().stream().allMatch(end -> passed(end.getKey(), end.getValue()))) {
                if (poll(POLL, visitor)) {
                    wait.moved();
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
