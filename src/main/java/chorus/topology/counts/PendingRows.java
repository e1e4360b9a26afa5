package chorus.topology.counts;

import chorus.state.cooccurrence.ChunkReader;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.popularity.TrackChanges;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes of epochs later than the open one: their offsets are committed, so they must be stored. Rows of the same layout as the
 * counts', keyed {@code epoch:8 kind:1 key:8}, that are merged into the counts when their epoch opens.
 */
final class PendingRows {
    private static final int KEY = 17;

    private final KeyValueStore<byte[], byte[]> store;
    private final int buffered;
    private final TreeMap<Long, Changes> buffers = new TreeMap<>();

    PendingRows(KeyValueStore<byte[], byte[]> store, int buffered) {
        this.store = store;
        this.buffered = buffered;
    }

    /** Where changes of {@code epoch} gather on the heap. */
    Changes buffer(long epoch) {
        return buffers.computeIfAbsent(epoch, e -> new Changes(1024));
    }

    /** Whether so much has gathered that it should be drained early. */
    boolean full() {
        return buffers.values().stream().mapToInt(Changes::size).sum() >= buffered;
    }

    /** Writes what has gathered. */
    void drain() {
        buffers.forEach((epoch, changes) -> {
            RowMerge.uncounted(new EpochChunks(epoch)).merge(changes.pairs().sorted());
            changes.tracks().forEach((track, factual, counterfactual) -> {
                var key = key(epoch, ChangedRows.TRACK, track);
                var old = store.get(key);
                var before = old == null ? 0 : ByteBuffer.wrap(old).getLong();
                var after = TrackChanges.plus(before, factual, counterfactual);
                store.put(key, ByteBuffer.allocate(8).putLong(after).array());
            });
        });
        buffers.clear();
    }

    /** Moves some stored changes of {@code epoch} into {@code open}; false when none is left. */
    boolean take(long epoch, Changes open, int rows) {
        var reader = new ChunkReader();
        try (var left = store.range(key(epoch, (byte) 0, 0), key(epoch, (byte) 2, 0))) {
            for (var taken = 0; taken < rows && left.hasNext(); taken++) {
                var row = left.next();
                open.add(row.key[8], ByteBuffer.wrap(row.key).getLong(9), row.value, reader);
                store.delete(row.key);
            }
            return left.hasNext();
        }
    }

    private static byte[] key(long epoch, byte kind, long key) {
        return ByteBuffer.allocate(KEY).putLong(epoch).put(kind).putLong(key).array();
    }

    /** The rows of one epoch as chunks; rows of pending changes are never split. */
    private final class EpochChunks implements Chunks {
        private final long epoch;

        EpochChunks(long epoch) {
            this.epoch = epoch;
        }

        @Override
        public byte @Nullable [] get(long key) {
            return store.get(PendingRows.key(epoch, ChangedRows.PAIRS, key));
        }

        @Override
        public void put(long key, byte @Nullable [] bytes) {
            store.put(PendingRows.key(epoch, ChangedRows.PAIRS, key), bytes);
        }
    }
}
