package chorus.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tells how far stores are restored from their changelogs: changes read, of all that were known to be there at the start. */
public final class RestoreProgress implements StateRestoreListener {
    private final Consumer<Progress> listener;
    private final Map<TopicPartition, long[]> partitions = new ConcurrentHashMap<>();

    /** Changes restored and to restore, over all partitions seen so far. */
    public record Progress(long restored, long total) {}

    public RestoreProgress(Consumer<Progress> listener) {
        this.listener = listener;
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
        listener.accept(new Progress(restored, total));
    }
}
