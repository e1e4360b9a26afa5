package chorus.broker.follow;

import chorus.broker.BrokerFault;
import chorus.broker.Clients;
import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads what passes between the hops as it is written, transactions that are open or given up included. */
public final class Between implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);
    private static final int STEPS = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Access access;
    private final List<TopicPartition> partitions;
    private boolean assigned;

    private Between(Consumer<byte[], byte[]> consumer, Access access, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.access = access;
        this.partitions = partitions;
    }

    static Between of(Access access, List<TopicPartition> partitions) {
        return new Between(Clients.consumer(access, "read_uncommitted", Map.of()), access, partitions);
    }

    /** Receives a record of the repartition topic. */
    @FunctionalInterface
    public interface Seen {
        void record(int partition, long offset, byte[] value);
    }

    /** Reads on until everything is read that is written by now. */
    public void catchUp(Seen seen) throws InterruptedException {
        try {
            if (!assigned) {
                consumer.assign(partitions);
                assigned = true;
            }
            var ends = consumer.endOffsets(partitions);
            for (var step = 0; !reached(ends); step++) {
                if (step == STEPS) {
                    throw new TimeoutException("what is written to " + partitions + " cannot be read");
                }
                consumer.poll(STEP).forEach(r -> seen.record(r.partition(), r.offset(), r.value()));
            }
        } catch (InterruptException stopped) {
            var interrupted = new InterruptedException("while reading what passes between the hops");
            interrupted.initCause(stopped);
            throw interrupted;
        } catch (KafkaException failure) {
            throw BrokerFault.unanswered(
                    access, failure, Deed.reading(partitions.getFirst().topic()));
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
