package chorus.state.counts;

import chorus.rows.RowKeys;
import chorus.state.bytes.ByteStore;
import chorus.state.bytes.Varints;
import chorus.state.bytes.Version;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/**
 * The rows that changed in the open epoch and are not published yet. Those that change while it closes are published at once; those
 * that changed before are kept until then, in a logged store, one segment a commit, or several where they are many:
 *
 * <pre>
 * segment:4 → version:1 { gap of track:varint chunk+1:varint }*     ascending; 0 for chunk+1: the track's own count
 * </pre>
 */
final class ChangedRows {
    /** Stands for a chunk where the track's own count is meant; it comes behind all chunks. */
    static final int COUNT = Integer.MAX_VALUE;

    private static final byte VERSION = 1;
    /** Half of what a broker takes as one record. */
    private static final int SEGMENT_BYTES = 512 << 10;

    private final ByteStore<Integer> store;
    /** Noted since rows were taken or kept last. */
    private final LongOpenHashSet noted = new LongOpenHashSet();

    private final LongOpenHashSet kept = new LongOpenHashSet();
    private final LongArrayList unsaved = new LongArrayList();
    private long[] inOrder = {};
    private int segments;

    /** Takes up what {@code store} holds. */
    ChangedRows(ByteStore<Integer> store) {
        this.store = store;
        store.forEach((segment, bytes) -> {
            read(bytes);
            segments = Math.max(segments, segment + 1);
        });
    }

    void pairs(long chunkKey) {
        noted.add(chunkKey);
    }

    void count(int track) {
        noted.add(RowKeys.chunk(track, COUNT));
    }

    /** Keeps what was noted until the epoch closes. */
    void keep() {
        // keys in the order of one table make long chains in another that grows
        kept.ensureCapacity(kept.size() + noted.size());
        noted.forEach(key -> {
            if (kept.add(key)) {
                unsaved.add(key);
            }
        });
        noted.clear();
    }

    /** Stores what was kept since the last time. */
    void save() {
        var keys = ascending(unsaved.toLongArray());
        for (var saved = 0; saved < keys.length; ) {
            saved = save(keys, saved);
        }
        unsaved.clear();
    }

    /** Stores a segment of keys from the first one on; returns the first that it has no room for. */
    private int save(long[] keys, int first) {
        var out = new Varints();
        out.put(VERSION);
        var previous = 0;
        var next = first;
        for (; next < keys.length && out.size() < SEGMENT_BYTES; next++) {
            var track = RowKeys.track(keys[next]);
            var chunk = RowKeys.chunk(keys[next]);
            out.put((long) (track - previous));
            out.put(chunk == COUNT ? 0L : chunk + 1L);
            previous = track;
        }
        store.put(segments++, out.toBytes());
        return next;
    }

    private void read(byte[] segment) {
        var in = new Varints.Reader(segment);
        Version.require("changed rows", in.next(), VERSION);
        var track = 0;
        while (in.hasNext()) {
            track += in.nextInt();
            var chunk = in.nextInt();
            kept.add(RowKeys.chunk(track, chunk == 0 ? COUNT : chunk - 1));
        }
    }

    /** Takes the rows of tracks behind {@code after} and up to {@code last}, ascending: those that are kept, and all that was noted. */
    long[] take(int after, int last) {
        for (var i = behind(after); i < inOrder.length && RowKeys.track(inOrder[i]) <= last; i++) {
            noted.add(inOrder[i]);
        }
        var taken = ascending(noted.toLongArray());
        noted.clear();
        return taken;
    }

    /** The track up to which there are at least {@code rows} kept ones behind {@code after}, or all; {@code after} for none. */
    int portion(int after, int rows) {
        var first = behind(after);
        return first == inOrder.length ? after : RowKeys.track(inOrder[Math.min(first + rows, inOrder.length) - 1]);
    }

    /** Where the kept rows of tracks behind {@code track} begin. */
    private int behind(int track) {
        if (inOrder.length != kept.size()) {
            inOrder = ascending(kept.toLongArray());
        }
        var found = Arrays.binarySearch(inOrder, RowKeys.chunk(track, COUNT));
        return found < 0 ? -1 - found : found + 1;
    }

    private static long[] ascending(long[] keys) {
        Arrays.sort(keys);
        return keys;
    }

    /** All rows are published; the next epoch begins. */
    void clear() {
        while (segments > 0) {
            store.delete(--segments);
        }
        kept.clear();
        unsaved.clear();
        inOrder = new long[0];
    }
}
