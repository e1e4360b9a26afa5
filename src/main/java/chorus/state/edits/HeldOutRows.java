package chorus.state.edits;

import chorus.playlist.HeldOut;
import chorus.playlist.HeldOut.Tests;
import chorus.playlist.PlaylistId;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistRow.View;
import chorus.state.bytes.ByteStore;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Held-out playlists that changed, by the epoch of the change: (epoch, playlist) → its state after the epoch's last edit. An
 * edit of a later epoch writes beside it, not over it, so each epoch's rows are exactly those of its cut. Where tests are frozen, the
 * row with which a playlist is a test is its last one.
 */
final class HeldOutRows {
    private static final int BATCH = 256;
    /** No epoch: under it lies which playlists are frozen. */
    private static final long FROZEN = Long.MAX_VALUE;

    private static final byte[] YES = {1};

    private final ByteStore<byte[]> store;
    private final PlaylistsOutput output;
    private final HeldOut rule;
    private final int worlds;
    private final PlaylistCodec codec = new PlaylistCodec();

    /** @param worlds how many there are */
    HeldOutRows(ByteStore<byte[]> store, PlaylistsOutput output, HeldOut rule, int worlds) {
        this.store = store;
        this.rule = rule;
        this.worlds = worlds;
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
                publish(playlist, PlaylistCodec.decode(row.getValue()));
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

    private void publish(long playlist, PlaylistState state) {
        var row = row(playlist, state);
        if (rule.tests() == Tests.frozen) {
            var frozen = key(FROZEN, playlist);
            if (store.get(frozen) != null) {
                return;
            }
            if (row != null && rule.isTest(new PlaylistId(playlist), row.tracks().length)) {
                store.put(frozen, YES);
            }
        }
        output.row(playlist, row);
    }

    private @Nullable PlaylistRow row(long playlist, PlaylistState state) {
        if (state.life() != Life.ALIVE) {
            return null;
        }
        var twin = Entries.view(state.entries(), 0);
        return new PlaylistRow(playlist, twin, others(state.entries(), twin));
    }

    /** What worlds see that do not see what the twin does. */
    private List<View> others(long[] entries, int[] twin) {
        if (Arrays.stream(entries).allMatch(Entries::isPlain)) {
            return List.of();
        }
        var others = new ArrayList<View>();
        for (var world = 1; world < worlds; world++) {
            var own = Entries.view(entries, world);
            if (!Arrays.equals(own, twin)) {
                add(own, world, others);
            }
        }
        return others;
    }

    private static void add(int[] own, int world, List<View> others) {
        for (var i = 0; i < others.size(); i++) {
            if (Arrays.equals(others.get(i).tracks(), own)) {
                others.set(i, new View(others.get(i).worlds() | 1 << world, own));
                return;
            }
        }
        others.add(new View(1 << world, own));
    }

    private static byte[] key(long epoch, long playlist) {
        return ByteBuffer.allocate(16).putLong(epoch).putLong(playlist).array();
    }
}
