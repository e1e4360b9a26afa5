package chorus.topology.counts;

import chorus.state.cooccurrence.PairChanges;
import chorus.topology.edits.DeltaWire;
import chorus.topology.edits.DeltaWire.Message;
import chorus.topology.engine.Varints;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The batches of the open epoch that have come since rows were merged last, as they came. What a commit has not stored yet is
 * appended to a logged store then: a commit costs what came, not the rows that it touches, and rows are merged only when much has
 * gathered or the epoch closes.
 *
 * <pre>
 * segment:4 → { length:varint batch }*
 * </pre>
 */
final class Journal {
    private static final int FULL_BYTES = 16 << 20;
    /** Well below the largest record that a broker takes by default. */
    private static final int SEGMENT_BYTES = 512 << 10;

    private final KeyValueStore<Integer, byte[]> store;
    private final List<byte[]> unsaved = new ArrayList<>();
    private int segments;
    private long bytes;

    Journal(KeyValueStore<Integer, byte[]> store) {
        this.store = store;
    }

    /** Adds all that was stored to {@code changes}. */
    void replay(PairChanges changes) {
        try (var kept = store.all()) {
            while (kept.hasNext()) {
                var segment = kept.next();
                segments = Math.max(segments, segment.key + 1);
                bytes += segment.value.length;
                var in = new Varints.Reader(segment.value);
                while (in.hasNext()) {
                    replay(in.next(in.nextInt()), changes);
                }
            }
        }
    }

    private static void replay(byte[] batch, PairChanges changes) {
        switch (DeltaWire.decode(batch)) {
            case Message.Changes kept -> kept.forEach(changes::add);
            case Message.Ended mark -> throw new IllegalStateException("a mark in the journal: " + mark);
        }
    }

    void add(byte[] batch) {
        unsaved.add(batch);
        bytes += batch.length;
    }

    /** Whether it holds so much that rows should be merged. */
    boolean full() {
        return bytes >= FULL_BYTES;
    }

    /** Stores what was added since the last time. */
    void save() {
        var out = new Varints();
        for (var batch : unsaved) {
            out.put((long) batch.length);
            out.put(batch);
            if (out.size() >= SEGMENT_BYTES) {
                store.put(segments++, out.toBytes());
                out.clear();
            }
        }
        if (out.size() > 0) {
            store.put(segments++, out.toBytes());
        }
        unsaved.clear();
    }

    /** All of it has been merged into rows. */
    void clear() {
        while (segments > 0) {
            store.delete(--segments);
        }
        unsaved.clear();
        bytes = 0;
    }
}
