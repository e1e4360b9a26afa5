package chorus.state.wire;

import chorus.rows.RowKeys;
import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.Deltas;
import chorus.worlds.WorldSet;

/**
 * Gathers deltas by the partition that counts their tracks, one batch a destination, all of one epoch. A batch is sent when it is
 * full, when another epoch's deltas come, and when all are to be.
 */
public final class DeltaBatches {
    private static final int FULL_BYTES = 32 << 10;

    private static final int MANY = 1 << 14;

    private final int upstream;
    private final Varints[] batches;
    private final Sender sender;
    private long epoch;

    /** Takes a batch to the partition that it is for. */
    public interface Sender {
        void send(int destination, byte[] batch);
    }

    /**
     * @param upstream the partition in whose name batches go out
     * @param partitions how many count
     */
    public DeltaBatches(int upstream, int partitions, Sender sender) {
        this.upstream = upstream;
        this.sender = sender;
        batches = new Varints[partitions];
        for (var i = 0; i < batches.length; i++) {
            batches[i] = new Varints();
        }
    }

    public int destinations() {
        return batches.length;
    }

    /** Whether anything waits for a destination. */
    public boolean waits(int destination) {
        return batches[destination].size() > 0;
    }

    public boolean isEmpty() {
        for (var batch : batches) {
            if (batch.size() > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds an edit's deltas.
     *
     * @param edit the offset at which it stands in its partition
     */
    public void add(long epochOfEdit, long edit, Deltas deltas) {
        if (epochOfEdit != epoch) {
            flush();
            epoch = epochOfEdit;
        }
        for (var i = 0; i < deltas.pairs(); i++) {
            put(batch(edit, deltas.from(i)), deltas.from(i), deltas.to(i), deltas.code(i), deltas.worlds(i));
            // the end of a long playlist alone is more than a broker takes as one record
            if (i % MANY == MANY - 1) {
                sendFrom(FULL_BYTES);
            }
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var track = deltas.track(i);
            put(batch(edit, track), track, track, deltas.trackCode(i), deltas.trackWorlds(i));
        }
        sendFrom(FULL_BYTES);
    }

    /** The batch for whoever counts {@code track}, begun by {@code edit} where it is empty. */
    private Varints batch(long edit, int track) {
        var batch = batches[RowKeys.owner(track, batches.length)];
        if (batch.size() == 0) {
            DeltaWire.head(batch, (byte) 0, epoch, upstream);
            batch.put(edit);
        }
        return batch;
    }

    private static void put(Varints batch, int from, int to, byte code, int worlds) {
        batch.put((long) from);
        batch.put((long) to);
        if (worlds == WorldSet.ALL.bits()) {
            batch.put(code);
        } else {
            batch.put((byte) (code + Deltas.CODES));
            batch.put((long) worlds);
        }
    }

    /** Sends all that waits. */
    public void flush() {
        sendFrom(1);
    }

    private void sendFrom(int bytes) {
        for (var destination = 0; destination < batches.length; destination++) {
            if (batches[destination].size() >= bytes) {
                var batch = peek(destination);
                batches[destination].clear();
                sender.send(destination, batch);
            }
        }
    }

    /** What waits for a destination, as it would be sent now. */
    public byte[] peek(int destination) {
        return batches[destination].toBytes();
    }

    /** The mark of an epoch, for every destination behind all that was sent. */
    public byte[] mark(long ended) {
        return DeltaWire.mark(ended, upstream, batches.length);
    }
}
