package chorus.state.edits;

import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.state.Place;
import chorus.state.bytes.HeapStore;
import chorus.state.cooccurrence.WindowPairs;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The playlists of one partition at the end of an epoch, whole and in order, folded from its log by the first stage itself: to it
 * they are all held out, so it counts nothing and publishes each that changes. Edits may come epochs ahead.
 */
public final class FoldedPlaylists {
    private static final HeldOut ALL = new HeldOut(1, 1, Integer.MAX_VALUE);

    private final EditStage stage;
    private final TreeMap<Long, PlaylistRow> rows = new TreeMap<>();

    /** @param known whether a track id is known */
    public FoldedPlaylists(Place place, IntPredicate known) {
        stage = new EditStage(
                new EditStores(HeapStore.empty(), HeapStore.emptyByBytes(), HeapStore.empty()),
                new EditRules(new WindowPairs(1), ALL, known),
                place,
                new IntoRows());
    }

    private final class IntoRows implements PlaylistsOutput {
        @Override
        public void row(long playlist, @Nullable PlaylistRow row) {
            if (row == null) {
                rows.remove(playlist);
            } else {
                rows.put(playlist, row);
            }
        }

        @Override
        public void mark(PlaylistsMark mark) {
            // whoever folds says how far
        }
    }

    /** The first epoch that has not ended. */
    public long open() {
        return stage.open();
    }

    /** Founds a playlist in the open epoch, as {@link EditStage#found}. */
    public void found(PlaylistId playlist, int[] tracks) {
        stage.found(playlist, tracks);
    }

    /** Takes the next entry of the log; what the first stage refuses changes nothing. */
    public void take(LogEntry entry) {
        switch (entry) {
            case PlaylistEdit edit -> stage.edit(edit);
            case EpochEnded mark -> {
                stage.end(mark);
                stage.publish(() -> false);
            }
        }
    }

    /** Adds what a world's playlists hold at the end of the newest epoch that ended, but for the held-out ones, by id. */
    public void training(int world, HeldOut heldOut, Map<Long, int[]> playlists) {
        rows.forEach((id, row) -> {
            if (!heldOut.holds(new PlaylistId(id))) {
                playlists.put(id, row.in(world));
            }
        });
    }
}
