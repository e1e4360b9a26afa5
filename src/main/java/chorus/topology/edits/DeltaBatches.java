package chorus.topology.edits;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.Deltas;
import chorus.topology.engine.Varints;

/** The batches that are being filled, one a destination, all of one epoch. */
final class DeltaBatches {
    private final int upstream;
    private final Varints[] batches;
    private long epoch;
    private long edit;

    /** @param upstream the partition in whose name batches go out */
    DeltaBatches(int upstream, int partitions) {
        this.upstream = upstream;
        batches = new Varints[partitions];
        for (var i = 0; i < partitions; i++) {
            batches[i] = new Varints();
        }
    }

    int partitions() {
        return batches.length;
    }

    /** The epoch of what waits. */
    long epoch() {
        return epoch;
    }

    /** Bytes that wait for a destination. */
    int bytes(int destination) {
        return batches[destination].size();
    }

    boolean isEmpty() {
        for (var batch : batches) {
            if (batch.size() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Says at which offset the edit stands whose deltas are added next. */
    void edit(long offset) {
        edit = offset;
    }

    /** Adds an edit's deltas; what waits of another epoch must have been taken before. */
    void add(long epochOfEdit, Deltas deltas) {
        epoch = epochOfEdit;
        for (var i = 0; i < deltas.pairs(); i++) {
            add(deltas.from(i), deltas.to(i), deltas.code(i));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            add(deltas.track(i), deltas.track(i), deltas.trackCode(i));
        }
    }

    private void add(int from, int to, byte code) {
        var batch = batches[RowKeys.owner(from, batches.length)];
        if (batch.size() == 0) {
            DeltaWire.head(batch, (byte) 0, epoch, upstream);
            batch.put(edit);
        }
        batch.put((long) from);
        batch.put((long) to);
        batch.put(code);
    }

    /** The batch of a destination as it stands. */
    byte[] peek(int destination) {
        return batches[destination].toBytes();
    }

    /** The batch of a destination, which is empty afterwards. */
    byte[] take(int destination) {
        var batch = peek(destination);
        batches[destination].clear();
        return batch;
    }

    byte[] mark(long ended) {
        return DeltaWire.mark(ended, upstream, batches.length);
    }
}
