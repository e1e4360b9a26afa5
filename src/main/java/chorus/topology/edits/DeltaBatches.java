package chorus.topology.edits;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.Deltas;
import chorus.topology.engine.Varints;

/** The batches that are being filled, one a destination, all of one epoch. */
final class DeltaBatches {
    private final Varints[] pairs;
    private final Varints[] tracks;
    private final int[] counts;
    private final Varints out = new Varints();
    private long epoch;
    private int upstream;

    DeltaBatches(int partitions) {
        pairs = new Varints[partitions];
        tracks = new Varints[partitions];
        for (var i = 0; i < partitions; i++) {
            pairs[i] = new Varints();
            tracks[i] = new Varints();
        }
        counts = new int[partitions];
    }

    /** Says in whose name batches go out; nothing waits then. */
    void begin(int partition) {
        upstream = partition;
        for (var destination = 0; destination < pairs.length; destination++) {
            empty(destination);
        }
    }

    int partitions() {
        return pairs.length;
    }

    /** The epoch of what waits. */
    long epoch() {
        return epoch;
    }

    /** Bytes that wait for a destination. */
    int bytes(int destination) {
        return pairs[destination].size() + tracks[destination].size();
    }

    boolean isEmpty() {
        for (var destination = 0; destination < pairs.length; destination++) {
            if (bytes(destination) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds an edit's deltas; what waits of another epoch must have been taken before. */
    void add(long epochOfEdit, Deltas deltas) {
        epoch = epochOfEdit;
        for (var i = 0; i < deltas.pairs(); i++) {
            var destination = RowKeys.owner(deltas.from(i), pairs.length);
            var to = pairs[destination];
            to.put((long) deltas.from(i));
            to.put((long) deltas.to(i));
            to.put(deltas.code(i));
            counts[destination]++;
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var to = tracks[RowKeys.owner(deltas.track(i), pairs.length)];
            to.put((long) deltas.track(i));
            to.put(deltas.trackCode(i));
        }
    }

    /** The batch of a destination as it stands. */
    byte[] peek(int destination) {
        out.clear();
        DeltaWire.head(out, (byte) 0, epoch, upstream);
        out.put((long) counts[destination]);
        out.putAll(pairs[destination]);
        out.putAll(tracks[destination]);
        return out.toBytes();
    }

    /** The batch of a destination, which is empty afterwards. */
    byte[] take(int destination) {
        var batch = peek(destination);
        empty(destination);
        return batch;
    }

    private void empty(int destination) {
        pairs[destination].clear();
        tracks[destination].clear();
        counts[destination] = 0;
    }

    byte[] mark(long ended) {
        return DeltaWire.mark(ended, upstream, pairs.length);
    }
}
