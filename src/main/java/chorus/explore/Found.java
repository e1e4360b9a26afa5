package chorus.explore;

import chorus.explore.Answer.Named;
import java.util.List;

/**
 * Tracks that were searched for.
 *
 * @param tracks the most frequent ones first
 */
public record Found(long generation, List<Hit> tracks) {
    /**
     * @param playlists training playlists of the twin that hold it
     * @param rank by that number among all tracks, 1 the most frequent; of equals the lower id comes first
     */
    public record Hit(Named track, int playlists, int rank) {}
}
