package chorus.recommend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One world's track counts and directed pair counts C_W and C_1 at a cut, the pairs as compressed sparse rows. Arrays are not changed after the record was made.
 *
 * @param trackCounts by track id: in how many training playlists it stands
 * @param trainingPlaylists playlists that were counted
 * @param rowStart by track id, one more than tracks: where its row begins in the following arrays
 * @param to neighbours, ascending within a row
 * @param window how often {@code to} follows within the window
 * @param adjacent how often {@code to} follows at distance 1
 */
public record WorldCounts(
        int[] trackCounts, long trainingPlaylists, int[] rowStart, int[] to, int[] window, int[] adjacent) {
    public WorldCounts {
        if (rowStart.length != trackCounts.length + 1 || rowStart[trackCounts.length] != to.length) {
            throw new IllegalArgumentException(
                    rowStart.length + " row starts for " + trackCounts.length + " tracks and " + to.length + " pairs");
        }
        if (window.length != to.length || adjacent.length != to.length) {
            throw new IllegalArgumentException(
                    to.length + " neighbours with " + window.length + " and " + adjacent.length + " counts");
        }
    }

    /** In how many training playlists {@code track} stands; 0 for one never seen. */
    public int count(int track) {
        return track >= 0 && track < trackCounts.length ? trackCounts[track] : 0;
    }

    /** How often {@code next} follows {@code track} within the window; 0 for tracks never seen. */
    public long within(int track, int next) {
        var at = pair(track, next);
        return at < 0 ? 0 : window[at];
    }

    /** How often {@code next} follows {@code track} at distance 1; 0 for tracks never seen. */
    public long next(int track, int next) {
        var at = pair(track, next);
        return at < 0 ? 0 : adjacent[at];
    }

    private int pair(int track, int next) {
        return count(track) == 0 ? -1 : Arrays.binarySearch(to, rowStart[track], rowStart[track + 1], next);
    }

    /** Tracks with a count: the catalogue of the cut. */
    public long tracks() {
        return Arrays.stream(trackCounts).filter(count -> count > 0).count();
    }

    /** Directed pairs with a count. */
    public long pairs() {
        return to.length;
    }

    /** Σ training playlist lengths: as no playlist holds a track twice, the sum of the track counts. */
    public long entries() {
        return Arrays.stream(trackCounts).asLongStream().sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorldCounts that
                && trainingPlaylists == that.trainingPlaylists
                && Arrays.equals(trackCounts, that.trackCounts)
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(to, that.to)
                && Arrays.equals(window, that.window)
                && Arrays.equals(adjacent, that.adjacent);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(trackCounts) * 31 + to.length;
    }

    @Override
    public String toString() {
        return trainingPlaylists + " playlists, " + tracks() + " tracks, " + pairs() + " pairs";
    }
}
