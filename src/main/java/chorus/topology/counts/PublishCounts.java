package chorus.topology.counts;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import chorus.state.counts.CountsOutput;
import chorus.topology.engine.Work;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Publishes rows that changed, and the marks of epochs. */
final class PublishCounts implements CountsOutput {
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final Work work;
    private final ProcessorContext<byte[], FromCounts> context;

    PublishCounts(Events events, Work work, ProcessorContext<byte[], FromCounts> context) {
        this.neighbours = events.neighbours();
        this.trackCounts = events.trackCounts();
        this.work = work;
        this.context = context;
    }

    @Override
    public void pairs(long chunkKey, @Nullable PairRow row) {
        forward(longKey(chunkKey), new FromCounts.Neighbours(row == null ? null : neighbours.encode(row)));
    }

    @Override
    public void count(int track, @Nullable TrackCountRow row) {
        forward(intKey(track), new FromCounts.TrackCounts(row == null ? null : trackCounts.encode(row)));
    }

    @Override
    public void mark(CountsMark mark) {
        forward(
                longKey(RowKeys.mark(mark.epoch(), mark.partition())),
                new FromCounts.Neighbours(neighbours.encode(mark)));
        forward(intKey(RowKeys.mark(mark.partition())), new FromCounts.TrackCounts(trackCounts.encode(mark)));
        work.tally().closed().accept(mark.epoch());
    }

    @Override
    public void soon() {
        work.rounds().commitSoon(context);
    }

    private void forward(byte[] key, FromCounts value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()));
    }

    private static byte[] longKey(long key) {
        return ByteBuffer.allocate(8).putLong(key).array();
    }

    private static byte[] intKey(int key) {
        return ByteBuffer.allocate(4).putInt(key).array();
    }
}
