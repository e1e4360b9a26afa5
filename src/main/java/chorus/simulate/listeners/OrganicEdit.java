package chorus.simulate.listeners;

import chorus.playlist.Change;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * One planned edit by a playlist's owner. Its indices count in the twin's view, the only one that organic choices see.
 *
 * @param eventTime milliseconds since 1970
 */
public record OrganicEdit(PlaylistId playlist, long eventTime, Change change) {

    /** Applies the change to {@code tracks}, the playlist's contents in the same view. */
    public void applyTo(IntArrayList tracks) {
        switch (change) {
            case Change.Created() -> {}
            case Change.Inserted(var track, var index, var _) -> tracks.add(index, track.value());
            case Change.Removed(var _, var index) -> tracks.removeInt(index);
            case Change.Moved(var _, var from, var to) -> tracks.add(to, tracks.removeInt(from));
            case Change.Deleted() -> tracks.clear();
        }
    }

    public boolean deletes() {
        return change instanceof Change.Deleted;
    }

    /**
     * A playlist comes into being and gets its tracks one after the other.
     *
     * @param times of its creation and of each track's insertion
     */
    public static List<OrganicEdit> founding(PlaylistId playlist, int[] tracks, long[] times) {
        var edits = new ArrayList<OrganicEdit>(tracks.length + 1);
        edits.add(new OrganicEdit(playlist, times[0], new Change.Created()));
        for (var index = 0; index < tracks.length; index++) {
            var change = new Change.Inserted(new TrackId(tracks[index]), index);
            edits.add(new OrganicEdit(playlist, times[index + 1], change));
        }
        return edits;
    }
}
