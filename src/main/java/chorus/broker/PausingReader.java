package chorus.broker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads partitions from their beginning, each in offset order, and stops each one where its visitor says: what was fetched
 * beyond that place waits here until the partition goes on.
 */
final class PausingReader implements AutoCloseable {
    /** Takes one record and says whether its partition goes on after it. */
    interface Visitor {
        boolean visit(ConsumerRecord<byte[], byte[]> message);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Set<TopicPartition> paused = new HashSet<>();
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> held = new LinkedHashMap<>();

    PausingReader(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /** Gives what is there to the visitor; waits at most {@code timeout} for the broker where nothing is. */
    void poll(Duration timeout, Visitor visitor) throws InterruptedException {
        if (giveHeld(visitor)) {
            return;
        }
        try {
            for (var message : consumer.poll(timeout)) {
                take(message, visitor);
            }
        } catch (InterruptException stopped) {
            Thread.interrupted();
            throw (InterruptedException)
                    new InterruptedException("stopped while reading " + partitions).initCause(stopped);
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

    void resumeAll() {
        paused.clear();
    }

    /** The ends of what is committed now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Whether the partition's visitor has seen everything before {@code end}. */
    boolean passed(TopicPartition partition, long end) {
        var waiting = held.get(partition);
        if (waiting != null && !waiting.isEmpty()) {
            return waiting.getFirst().offset() >= end;
        }
        return consumer.position(partition) >= end;
    }

    /** Gives everything up to the present end to the visitor, which must not pause. */
    void toEnd(Visitor visitor) throws InterruptedException {
        var ends = ends();
        while (!ends.entrySet().stream().allMatch(end -> passed(end.getKey(), end.getValue()))) {
            poll(Duration.ofMillis(200), visitor);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
