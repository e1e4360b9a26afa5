package chorus.topology.edits;

import chorus.events.Codec;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.state.edits.PlaylistsOutput;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Publishes held-out playlists, and the marks of epochs. */
record PublishPlaylists(Codec<PlaylistsEntry> codec, ProcessorContext<byte[], FromEdits> context)
        implements PlaylistsOutput {
    @Override
    public void row(long playlist, @Nullable PlaylistRow row) {
        forward(playlist, row == null ? null : codec.encode(row));
    }

    @Override
    public void mark(PlaylistsMark mark) {
        forward(RowKeys.mark(mark.epoch(), mark.partition()), codec.encode(mark));
    }

    private void forward(long key, byte @Nullable [] value) {
        var bytes = ByteBuffer.allocate(8).putLong(key).array();
        context.forward(new Record<>(bytes, new FromEdits.Row(value), context.currentSystemTimeMs()));
    }
}
