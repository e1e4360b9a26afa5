package chorus.recommend;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Lays one world's pair counts out as sparse rows. Pairs are added ascending by (from, to); pairs without a count leave no
 * trace, and neither do tracks above the last one with a count, so that equal counts make equal {@link WorldCounts}.
 */
public final class WorldCountsBuilder {
    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList neighbours = new IntArrayList();
    private final IntArrayList windows = new IntArrayList();
    private final IntArrayList adjacents = new IntArrayList();
    private int lastTo = -1;
    private int highest = -1;

    public void add(int from, int to, int window, int adjacent) {
        if (window == 0 && adjacent == 0) {
            return;
        }
        open(from);
        if (to <= lastTo) {
            throw new IllegalArgumentException("pair " + from + " → " + to + " comes after " + from + " → " + lastTo);
        }
        lastTo = to;
        highest = Math.max(highest, Math.max(from, to));
        neighbours.add(to);
        windows.add(window);
        adjacents.add(adjacent);
    }

    private void open(int from) {
        if (starts.size() > from + 1) {
            throw new IllegalArgumentException("row " + from + " comes after row " + (starts.size() - 1));
        }
        while (starts.size() <= from) {
            starts.add(neighbours.size());
            lastTo = -1;
        }
    }

    /** @param trackCounts by track id; may be longer or shorter than needed */
    public WorldCounts build(int[] trackCounts, long trainingPlaylists) {
        var tracks = Math.max(highest + 1, counted(trackCounts));
        while (starts.size() <= tracks) {
            starts.add(neighbours.size());
        }
        return new WorldCounts(
                Arrays.copyOf(trackCounts, tracks),
                trainingPlaylists,
                starts.toIntArray(),
                neighbours.toIntArray(),
                windows.toIntArray(),
                adjacents.toIntArray());
    }

    private static int counted(int[] trackCounts) {
        var end = trackCounts.length;
        while (end > 0 && trackCounts[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
