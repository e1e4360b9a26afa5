package chorus.recommend;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Lays one world's pair counts out as sparse rows. Pairs are added ascending by (from, to); pairs without a count leave no
 * trace, and neither do tracks above the last one with a count, so that equal counts make equal {@link WorldCounts}.
 */
public final class WorldCountsBuilder {
    private static final int FEW = 16;

    private final IntArrayList starts = new IntArrayList();
    private int[] neighbours;
    private int[] windows;
    private int[] adjacents;
    private int size;
    private int lastTo = -1;
    private int highest = -1;

    public WorldCountsBuilder() {
        this(FEW);
    }

    /** @param expected pairs for which there is room from the start */
    public WorldCountsBuilder(int expected) {
        neighbours = new int[expected];
        windows = new int[expected];
        adjacents = new int[expected];
    }

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
        if (size == neighbours.length) {
            var room = size + size / 2 + FEW;
            neighbours = Arrays.copyOf(neighbours, room);
            windows = Arrays.copyOf(windows, room);
            adjacents = Arrays.copyOf(adjacents, room);
        }
        neighbours[size] = to;
        windows[size] = window;
        adjacents[size++] = adjacent;
    }

    private void open(int from) {
        if (starts.size() > from + 1) {
            throw new IllegalArgumentException("row " + from + " comes after row " + (starts.size() - 1));
        }
        while (starts.size() <= from) {
            starts.add(size);
            lastTo = -1;
        }
    }

    /** @param trackCounts by track id; may be longer or shorter than needed */
    public WorldCounts build(int[] trackCounts, long trainingPlaylists) {
        var tracks = Math.max(highest + 1, counted(trackCounts));
        while (starts.size() <= tracks) {
            starts.add(size);
        }
        return new WorldCounts(
                Arrays.copyOf(trackCounts, tracks),
                trainingPlaylists,
                starts.toIntArray(),
                fitting(neighbours),
                fitting(windows),
                fitting(adjacents));
    }

    /** The array itself where it has no room left: nothing is added after the counts were built. */
    private int[] fitting(int[] array) {
        return array.length == size ? array : Arrays.copyOf(array, size);
    }

    private static int counted(int[] trackCounts) {
        var end = trackCounts.length;
        while (end > 0 && trackCounts[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
