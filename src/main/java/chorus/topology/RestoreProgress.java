package chorus.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tells how far stores are restored from their changelogs: changes read, of all that were known to be there at the start. */
final class RestoreProgress implements StateRestoreListener {
    private final Onlooker onlooker;
    private final Map<TopicPartition, long[]> partitions = new ConcurrentHashMap<>();

    RestoreProgress(Onlooker onlooker) {
        this.onlooker = onlooker;
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long first, long end) {
        partitions.put(partition, new long[] {0, end - first});
        tell();
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long last, long count) {
        var progress = partitions.get(partition);
        if (progress != null) {
            progress[0] += count;
        }
        tell();
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        var progress = partitions.get(partition);
        if (progress != null) {
            progress[0] = progress[1];
        }
        tell();
    }

    private void tell() {
        var restored = 0L;
        var total = 0L;
        for (var progress : partitions.values()) {
            restored += progress[0];
            total += progress[1];
        }
        onlooker.restored(restored, total);
    }
}
