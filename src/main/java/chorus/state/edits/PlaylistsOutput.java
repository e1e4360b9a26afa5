package chorus.state.edits;

import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import org.jspecify.annotations.Nullable;

/** Where the first stage publishes: the held-out playlists that changed in an epoch, then the epoch's mark. */
public interface PlaylistsOutput {
    /** A held-out playlist as it is at the cut; null where it is gone. */
    void row(long playlist, @Nullable PlaylistRow row);

    void mark(PlaylistsMark mark);
}
