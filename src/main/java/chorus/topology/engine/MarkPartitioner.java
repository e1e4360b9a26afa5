package chorus.topology.engine;

import chorus.rows.RowKeys;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Partitions {@code playlists}: marks go where their key says, rows where their playlist's edits are (Kafka's default). */
public final class MarkPartitioner implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        var id = ByteBuffer.wrap(key).getLong();
        return id < 0 ? Optional.of(Set.of(RowKeys.markedPartition(id))) : Optional.empty();
    }
}
