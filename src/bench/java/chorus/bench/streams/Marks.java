package chorus.bench.streams;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Reading;
import chorus.broker.Cluster;
import chorus.rows.CountsMark;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The marks behind the published rows of each epoch, read as soon as they are committed. Rows are passed over by their keys
 * alone, so that looking costs little beside what is looked at.
 */
public final class Marks implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Cluster cluster;
    private final Consumer<byte[], byte[]> consumer;
    private final int partitions;
    private final Map<Long, Map<Integer, CountsMark>> epochs = new HashMap<>();

    private Marks(Cluster cluster, Consumer<byte[], byte[]> consumer, int partitions) {
        this.cluster = cluster;
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** Reads from the beginning of {@code neighbours}. */
    public static Marks open(Cluster cluster, Admin admin) throws ExecutionException, InterruptedException {
        var consumer = Reading.committed(cluster.bootstrap());
        var all = LogEnds.partitions(admin, cluster.names().neighbours());
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return new Marks(cluster, consumer, all.size());
    }

    /** Returns once all partitions have ended {@code epoch}, with their marks. */
    public List<CountsMark> await(long epoch, Commits.Health health) {
        while (epochs.getOrDefault(epoch, Map.of()).size() < partitions) {
            health.check();
            consumer.poll(POLL).forEach(this::look);
        }
        return List.copyOf(epochs.getOrDefault(epoch, Map.of()).values());
    }

    private void look(ConsumerRecord<byte[], byte[]> message) {
        if (ByteBuffer.wrap(message.key()).getLong() < 0
                && cluster.events().neighbours().decode(message.value()) instanceof CountsMark mark) {
            epochs.computeIfAbsent(mark.epoch(), e -> new HashMap<>()).put(mark.partition(), mark);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
