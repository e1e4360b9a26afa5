package chorus.bench.large;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Reading;
import chorus.broker.Cluster;
import chorus.rows.PairRow;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The rows of pairs published from some moment on, and how long they are. */
final class ChangedRows {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Admin admin;
    private final Map<TopicPartition, Long> from;
    private long rows;
    private long neighbours;

    private ChangedRows(Cluster cluster, Admin admin, Map<TopicPartition, Long> from) {
        this.cluster = cluster;
        this.admin = admin;
        this.from = from;
    }

    static ChangedRows fromHere(Cluster cluster, Admin admin) throws ExecutionException, InterruptedException {
        return new ChangedRows(cluster, admin, LogEnds.of(admin, cluster.names().neighbours()));
    }

    /** Reads them up to the present end. */
    ChangedRows read() throws ExecutionException, InterruptedException {
        var ends = LogEnds.of(admin, cluster.names().neighbours());
        try (var consumer = Reading.committed(cluster.bootstrap())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(POLL).forEach(this::count);
            }
        }
        return this;
    }

    private void count(ConsumerRecord<byte[], byte[]> message) {
        if (ByteBuffer.wrap(message.key()).getLong() >= 0) {
            rows++;
            if (message.value() != null
                    && cluster.events().neighbours().decode(message.value()) instanceof PairRow row) {
                neighbours += row.to().length;
            }
        }
    }

    long rows() {
        return rows;
    }

    long neighbours() {
        return neighbours;
    }
}
