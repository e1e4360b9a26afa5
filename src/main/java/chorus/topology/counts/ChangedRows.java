package chorus.topology.counts;

import chorus.rows.RowKeys;
import chorus.topology.engine.Varints;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The rows that changed in the open epoch: a set on the heap, and in a logged store what each drain added to it, one segment a
 * drain, so that a row costs a few bytes there and no record of its own:
 *
 * <pre>
 * segment:4 → version:1 { gap of track:varint chunk+1:varint }*     ascending; 0 for chunk+1: the track's own count
 * </pre>
 */
final class ChangedRows {
    /** Stands for a chunk where the track's own count is meant; it comes behind all chunks. */
    static final int COUNT = Integer.MAX_VALUE;

    private static final byte VERSION = 1;

    private final KeyValueStore<Integer, byte[]> store;
    private final LongOpenHashSet changed = new LongOpenHashSet();
    private final LongArrayList added = new LongArrayList();
    private int segments;

    /** Takes up what {@code store} holds. */
    ChangedRows(KeyValueStore<Integer, byte[]> store) {
        this.store = store;
        try (var kept = store.all()) {
            while (kept.hasNext()) {
                var segment = kept.next();
                read(segment.value);
                segments = Math.max(segments, segment.key + 1);
            }
        }
    }

    void pairs(long chunkKey) {
        if (changed.add(chunkKey)) {
            added.add(chunkKey);
        }
    }

    void count(int track) {
        pairs(RowKeys.chunk(track, COUNT));
    }

    /** Stores what was added since the last time. */
    void save() {
        if (added.isEmpty()) {
            return;
        }
        var keys = added.toLongArray();
        Arrays.sort(keys);
        var out = new Varints();
        out.put(VERSION);
        var previous = 0;
        for (var key : keys) {
            var track = RowKeys.track(key);
            var chunk = RowKeys.chunk(key);
            out.put((long) (track - previous));
            out.put(chunk == COUNT ? 0L : chunk + 1L);
            previous = track;
        }
        store.put(segments++, out.toBytes());
        added.clear();
    }

    private void read(byte[] segment) {
        var in = new Varints.Reader(segment);
        var version = in.next();
        if (version != VERSION) {
            throw new IllegalStateException("changed rows of version " + version + ": this build reads " + VERSION);
        }
        var track = 0;
        while (in.hasNext()) {
            track += in.nextInt();
            var chunk = in.nextInt();
            changed.add(RowKeys.chunk(track, chunk == 0 ? COUNT : chunk - 1));
        }
    }

    /** All of them, in ascending order of track and chunk. */
    long[] sorted() {
        var keys = changed.toLongArray();
        Arrays.sort(keys);
        return keys;
    }

    /** All rows are published; the next epoch begins. */
    void clear() {
        while (segments > 0) {
            store.delete(--segments);
        }
        changed.clear();
        added.clear();
    }
}
