package chorus.topology.counts;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.ChunkReader;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.popularity.TrackChanges;
import chorus.topology.edits.DeltaWire;
import java.nio.ByteBuffer;

/** Changes that wait on the heap to be drained into rows. */
record Changes(PairChanges pairs, TrackChanges tracks) {
    Changes(int expectedPairs) {
        this(new PairChanges(expectedPairs), new TrackChanges());
    }

    void add(DeltaWire.Message.Changes batch) {
        batch.forEach(pairs::add, tracks::add);
    }

    /** Adds a stored row of changes. */
    void add(byte kind, long key, byte[] row, ChunkReader reader) {
        if (kind == ChangedRows.TRACK) {
            var packed = ByteBuffer.wrap(row).getLong();
            tracks.add((int) key, TrackChanges.factual(packed), TrackChanges.counterfactual(packed));
            return;
        }
        reader.open(row);
        while (reader.next()) {
            pairs.add(RowKeys.track(key), reader.to(), reader.factual(), reader.counterfactual());
        }
    }

    int size() {
        return pairs.size();
    }

    void clear() {
        pairs.clear();
        tracks.clear();
    }
}
