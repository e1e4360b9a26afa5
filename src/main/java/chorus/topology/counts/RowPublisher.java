package chorus.topology.counts;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountsEntry;
import chorus.state.cooccurrence.ChunkRows;
import chorus.topology.engine.Slices.Slice;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Publishes the changed rows of a closing epoch, then its mark. */
final class RowPublisher {
    private static final int BATCH = 128;

    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final ProcessorContext<byte[], Published> context;
    private final CountRows rows;
    private final ChangedRows changed;
    private final ChunkRows chunks = new ChunkRows();

    RowPublisher(Events events, ProcessorContext<byte[], Published> context, CountRows rows, ChangedRows changed) {
        this.neighbours = events.neighbours();
        this.trackCounts = events.trackCounts();
        this.context = context;
        this.rows = rows;
        this.changed = changed;
    }

    /** Publishes as long as {@code slice} lasts; true when nothing is left. */
    boolean publish(Slice slice) {
        while (true) {
            var batch = changed.next(BATCH);
            for (var row : batch) {
                publish(row);
                changed.remove(row);
            }
            if (batch.size() < BATCH) {
                changed.clear();
                return true;
            }
            if (slice.over()) {
                return false;
            }
        }
    }

    private void publish(ChangedRows.Row row) {
        if (row.kind() == ChangedRows.TRACK) {
            var track = (int) row.key();
            var count = rows.trackCount(track);
            forward(intKey(track), new Published.TrackCounts(count == null ? null : trackCounts.encode(count)));
        } else {
            var chunk = rows.get(row.key());
            var value = chunk == null ? null : neighbours.encode(chunks.row(row.key(), chunk));
            forward(longKey(row.key()), new Published.Neighbours(value));
        }
    }

    void mark(CountsMark mark) {
        forward(
                longKey(RowKeys.mark(mark.epoch(), mark.partition())),
                new Published.Neighbours(neighbours.encode(mark)));
        forward(intKey(RowKeys.mark(mark.partition())), new Published.TrackCounts(trackCounts.encode(mark)));
    }

    private void forward(byte[] key, Published value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()));
    }

    private static byte[] longKey(long key) {
        return ByteBuffer.allocate(8).putLong(key).array();
    }

    private static byte[] intKey(int key) {
        return ByteBuffer.allocate(4).putInt(key).array();
    }
}
