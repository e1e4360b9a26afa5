package chorus.rows;

import java.util.List;
import java.util.Map;

/**
 * Ends an epoch in one partition of {@code playlists}: what that partition holds at the cut.
 *
 * @param worlds their names in the order of their bits in sets of worlds, the twin first
 * @param training playlists that exist and are not held out
 * @param heldOut playlists that exist and are held out
 * @param planted training playlists that hold a campaign's plant, by the campaign's name; none has no entry
 * @param applied edits applied since the beginning
 * @param refused records refused since the beginning
 */
public record PlaylistsMark(
        long epoch,
        int partition,
        int partitions,
        List<String> worlds,
        long training,
        long heldOut,
        Map<String, Long> planted,
        long applied,
        long refused)
        implements PlaylistsEntry {
    public PlaylistsMark {
        worlds = List.copyOf(worlds);
        planted = Map.copyOf(planted);
    }
}
