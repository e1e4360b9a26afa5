package chorus.rows;

/**
 * In how many training playlists a track stands; 0 in every world when it has left all of them.
 *
 * @param count in the twin
 * @param worlds bits of the sets of worlds where it is another, disjoint, ascending by their lowest world
 * @param counts in these, parallel to {@code worlds}
 */
public record TrackCountRow(int track, int count, int[] worlds, int[] counts) implements TrackCountsEntry {
    /** A track that every world counts alike. */
    public TrackCountRow(int track, int count) {
        this(track, count, new int[0], new int[0]);
    }

    public int in(int world) {
        for (var i = 0; i < worlds.length; i++) {
            if ((worlds[i] >> world & 1) != 0) {
                return counts[i];
            }
        }
        return count;
    }
}
