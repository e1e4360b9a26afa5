package chorus.state.edits;

import chorus.playlist.World;
import chorus.rows.PlaylistRow;
import chorus.state.bytes.ByteStore;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Held-out playlists that changed, by the epoch of the change: (epoch, playlist) → its state after the epoch's last edit. An
 * edit of a later epoch writes beside it, not over it, so each epoch's rows are exactly those of its cut.
 */
final class HeldOutRows {
    private static final int BATCH = 256;

    private final ByteStore<byte[]> store;
    private final PlaylistsOutput output;
    private final PlaylistCodec codec = new PlaylistCodec();

    HeldOutRows(ByteStore<byte[]> store, PlaylistsOutput output) {
        this.store = store;
        this.output = output;
    }

    void changed(long epoch, long playlist, PlaylistState state) {
        store.put(key(epoch, playlist), codec.encode(state));
    }

    /** Gives and forgets the rows of {@code epoch}; false if it was to stop before the last. */
    boolean publish(long epoch, BooleanSupplier stop) {
        while (true) {
            var batch = store.first(key(epoch, 0), key(epoch, Long.MAX_VALUE), BATCH);
            for (var row : batch) {
                var playlist = ByteBuffer.wrap(row.getKey()).getLong(8);
                output.row(playlist, row(playlist, PlaylistCodec.decode(row.getValue())));
                store.delete(row.getKey());
            }
            if (batch.size() < BATCH) {
                return true;
            }
            if (stop.getAsBoolean()) {
                return false;
            }
        }
    }

    private static @Nullable PlaylistRow row(long playlist, PlaylistState state) {
        if (state.life() != Life.ALIVE) {
            return null;
        }
        var factual = Entries.view(state.entries(), World.FACTUAL);
        var counterfactual = Entries.view(state.entries(), World.COUNTERFACTUAL);
        return new PlaylistRow(playlist, factual, Arrays.equals(factual, counterfactual) ? factual : counterfactual);
    }

    private static byte[] key(long epoch, long playlist) {
        return ByteBuffer.allocate(16).putLong(epoch).putLong(playlist).array();
    }
}
