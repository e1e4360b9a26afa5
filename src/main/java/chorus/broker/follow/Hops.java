package chorus.broker.follow;

import chorus.broker.BrokerFault;
import chorus.broker.Clients;
import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The two transactional hops of the topology as its consumer group shows them: edits folded into playlists and their deltas
 * written, and deltas counted.
 */
public final class Hops implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Admin admin;
    private final Access access;
    private final String group;
    private final List<TopicPartition> edits;
    private final List<TopicPartition> deltas;

    private Hops(Access access, String group, List<TopicPartition> edits, List<TopicPartition> deltas) {
        this.access = access;
        admin = Admin.create(Clients.admin(access, PATIENCE));
        this.group = group;
        this.edits = edits;
        this.deltas = deltas;
    }

    /**
     * What the group has committed, by partition: the offset of the next record; 0 before the first commit.
     *
     * @param edits in {@code playlist-edits}
     * @param deltas in the repartition topic
     */
    public record Committed(long[] edits, long[] deltas) {}

    /**
     * Follows a streams application.
     *
     * @param group its application id
     * @param editTopic the topic of edits; the repartition topic has as many partitions
     */
    public static Hops follow(Access access, String group, String editTopic, int partitions) {
        return new Hops(access, group, all(editTopic, partitions), all(group + "-deltas-repartition", partitions));
    }

    private static List<TopicPartition> all(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
    }

    /** Asks the group's coordinator. */
    public Committed committed() throws InterruptedException {
        try {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return new Committed(next(offsets, edits), next(offsets, deltas));
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(
                    access, failure, Deed.describing(edits.getFirst().topic()));
        }
    }

    private static long[] next(Map<TopicPartition, OffsetAndMetadata> offsets, List<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> {
                    var offset = offsets.get(partition);
                    return offset == null ? 0 : offset.offset();
                })
                .toArray();
    }

    /** A reader of what passes between the hops; the topic must be there when it reads first. */
    public Between between() {
        return Between.of(access, deltas);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
