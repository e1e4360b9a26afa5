package chorus.topology.counts;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows that changed in the open epoch, in a logged store: {@code kind:1 key:8}. What was put already is remembered on the
 * heap; after a restart that memory is empty and a row is merely put again.
 */
final class ChangedRows {
    static final byte PAIRS = 0;
    static final byte TRACK = 1;
    private static final byte[] CHANGED = {1};
    private static final byte[] LAST = ByteBuffer.allocate(9).put((byte) 2).array();

    private final KeyValueStore<byte[], byte[]> store;
    private final List<LongOpenHashSet> seen = List.of(new LongOpenHashSet(), new LongOpenHashSet());
    private byte @Nullable [] position;

    ChangedRows(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    /** A changed row. */
    record Row(byte[] stored) {
        byte kind() {
            return stored[0];
        }

        long key() {
            return ByteBuffer.wrap(stored).getLong(1);
        }
    }

    void add(byte kind, long key) {
        if (seen.get(kind).add(key)) {
            store.put(ByteBuffer.allocate(9).put(kind).putLong(key).array(), CHANGED);
        }
    }

    /** Up to {@code most} rows from the first on that is not yet removed; none when all are. */
    List<Row> next(int most) {
        var rows = new ArrayList<Row>(most);
        try (var left = store.range(position == null ? new byte[9] : position, LAST)) {
            while (rows.size() < most && left.hasNext()) {
                rows.add(new Row(left.next().key));
            }
        }
        return rows;
    }

    void remove(Row row) {
        store.delete(row.stored());
        position = row.stored();
    }

    /** All rows are published; the next epoch begins. */
    void clear() {
        seen.forEach(LongOpenHashSet::clear);
        position = null;
    }
}
