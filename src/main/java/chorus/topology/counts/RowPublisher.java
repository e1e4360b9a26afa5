package chorus.topology.counts;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountsEntry;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Publishes rows that changed, and the marks of epochs. */
final class RowPublisher {
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final ProcessorContext<byte[], Published> context;
    private final CountRows rows;

    RowPublisher(Events events, ProcessorContext<byte[], Published> context, CountRows rows) {
        this.neighbours = events.neighbours();
        this.trackCounts = events.trackCounts();
        this.context = context;
        this.rows = rows;
    }

    /** Publishes the rows as they are now, or that they are gone. */
    void publish(long[] keys) {
        for (var key : keys) {
            publish(key);
        }
    }

    private void publish(long key) {
        if (RowKeys.chunk(key) == ChangedRows.COUNT) {
            var track = RowKeys.track(key);
            var count = rows.count(track);
            forward(intKey(track), new Published.TrackCounts(count == null ? null : trackCounts.encode(count)));
        } else {
            var row = rows.pairs(key);
            forward(longKey(key), new Published.Neighbours(row == null ? null : neighbours.encode(row)));
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
