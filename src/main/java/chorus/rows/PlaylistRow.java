package chorus.rows;

import java.util.List;

/**
 * A held-out playlist's tracks in order.
 *
 * @param tracks in the twin
 * @param others where other worlds hold something else: disjoint sets of worlds
 */
public record PlaylistRow(long playlist, int[] tracks, List<View> others) implements PlaylistsEntry {
    public PlaylistRow {
        others = List.copyOf(others);
    }

    /** What some worlds see. */
    public record View(int worlds, int[] tracks) {}

    public int[] in(int world) {
        for (var other : others) {
            if ((other.worlds >> world & 1) != 0) {
                return other.tracks;
            }
        }
        return tracks;
    }
}
