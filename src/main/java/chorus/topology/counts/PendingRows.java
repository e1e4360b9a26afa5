package chorus.topology.counts;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.ChunkReader;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.RowMerge;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes of epochs later than the open one: their offsets are committed, so they must be stored. Rows of the same layout as the
 * counts', keyed {@code epoch:8 key:8}, that are merged into the counts when their epoch opens.
 */
final class PendingRows {
    private static final int KEY = 16;

    private final KeyValueStore<byte[], byte[]> store;
    private final int buffered;
    private final TreeMap<Long, PairChanges> buffers = new TreeMap<>();

    PendingRows(KeyValueStore<byte[], byte[]> store, int buffered) {
        this.store = store;
        this.buffered = buffered;
    }

    /** Where changes of {@code epoch} gather on the heap. */
    PairChanges buffer(long epoch) {
        return buffers.computeIfAbsent(epoch, e -> new PairChanges(1024));
    }

    /** Whether so much has gathered that it should be drained early. */
    boolean full() {
        return buffers.values().stream().mapToInt(PairChanges::size).sum() >= buffered;
    }

    /** Writes what has gathered. */
    void drain() {
        buffers.forEach(
                (epoch, changes) -> RowMerge.uncounted(new EpochChunks(epoch)).merge(changes.sorted()));
        buffers.clear();
    }

    /** Moves some stored changes of {@code epoch} into {@code open}; false when none is left. */
    boolean take(long epoch, PairChanges open, int rows) {
        var reader = new ChunkReader();
        try (var left = store.range(key(epoch, 0), key(epoch, Long.MAX_VALUE))) {
            for (var taken = 0; taken < rows && left.hasNext(); taken++) {
                var row = left.next();
                var track = RowKeys.track(ByteBuffer.wrap(row.key).getLong(8));
                reader.open(row.value);
                while (reader.next()) {
                    open.add(track, reader.to(), reader.factual(), reader.counterfactual());
                }
                store.delete(row.key);
            }
            return left.hasNext();
        }
    }

    private static byte[] key(long epoch, long key) {
        return ByteBuffer.allocate(KEY).putLong(epoch).putLong(key).array();
    }

    /** The rows of one epoch as chunks; rows of pending changes are never split. */
    private final class EpochChunks implements Chunks {
        private final long epoch;

        EpochChunks(long epoch) {
            this.epoch = epoch;
        }

        @Override
        public byte @Nullable [] get(long key) {
            return store.get(PendingRows.key(epoch, key));
        }

        @Override
        public void put(long key, byte @Nullable [] bytes) {
            store.put(PendingRows.key(epoch, key), bytes);
        }
    }
}
