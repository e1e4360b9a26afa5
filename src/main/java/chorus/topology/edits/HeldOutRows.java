package chorus.topology.edits;

import chorus.events.Codec;
import chorus.playlist.World;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.topology.engine.Slices.Slice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Held-out playlists that changed, by the epoch of the change: (epoch, playlist) → its state after the epoch's last edit. An
 * edit of a later epoch writes beside it, not over it, so each epoch's rows are exactly those of its cut.
 */
final class HeldOutRows {
    private static final int BATCH = 256;

    private final Codec<PlaylistsEntry> codec;
    private final PlaylistCodec stored = new PlaylistCodec();
    private final ProcessorContext<byte[], Applied> context;
    private final KeyValueStore<byte[], byte[]> store;

    HeldOutRows(Codec<PlaylistsEntry> codec, ProcessorContext<byte[], Applied> context) {
        this.codec = codec;
        this.context = context;
        store = context.getStateStore(ApplyEdits.HELD_OUT);
    }

    void changed(long epoch, long playlist, PlaylistState state) {
        store.put(key(epoch, playlist), stored.encode(state));
    }

    /** Forwards and forgets the rows of {@code epoch}; false if the slice was over before the last. */
    boolean publish(long epoch, Slice slice) {
        while (true) {
            var batch = batch(epoch);
            for (var row : batch) {
                var playlist = ByteBuffer.wrap(row.key).getLong(8);
                forward(playlist, encode(playlist, row.value));
                store.delete(row.key);
            }
            if (batch.size() < BATCH) {
                return true;
            }
            if (slice.over()) {
                return false;
            }
        }
    }

    void mark(PlaylistsMark mark) {
        forward(RowKeys.mark(mark.epoch(), mark.partition()), codec.encode(mark));
    }

    private List<KeyValue<byte[], byte[]>> batch(long epoch) {
        var batch = new ArrayList<KeyValue<byte[], byte[]>>(BATCH);
        try (var rows = store.range(key(epoch, 0), key(epoch, Long.MAX_VALUE))) {
            while (batch.size() < BATCH && rows.hasNext()) {
                batch.add(rows.next());
            }
        }
        return batch;
    }

    private byte @Nullable [] encode(long playlist, byte[] bytes) {
        PlaylistState state = PlaylistCodec.decode(bytes);
        if (state.life() != Life.ALIVE) {
            return null;
        }
        var factual = Entries.view(state.entries(), World.FACTUAL);
        var counterfactual = Entries.view(state.entries(), World.COUNTERFACTUAL);
        var same = Arrays.equals(factual, counterfactual);
        return codec.encode(new PlaylistRow(playlist, factual, same ? factual : counterfactual));
    }

    private void forward(long key, byte @Nullable [] value) {
        var bytes = ByteBuffer.allocate(8).putLong(key).array();
        context.forward(new Record<>(bytes, new Applied.Row(value), context.currentSystemTimeMs()));
    }

    private static byte[] key(long epoch, long playlist) {
        return ByteBuffer.allocate(16).putLong(epoch).putLong(playlist).array();
    }
}
