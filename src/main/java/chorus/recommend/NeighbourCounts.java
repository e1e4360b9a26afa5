package chorus.recommend;

/**
 * N = C_W + C_Wᵀ, how often two tracks stand within the window of each other in either order. The transpose is laid out once
 * by a counting sort; rows of N are merged when they are asked for.
 */
final class NeighbourCounts {
    private final WorldCounts counts;
    private final int[] start;
    private final int[] from;
    private final int[] window;
    private final int[] adjacent;

    private NeighbourCounts(WorldCounts counts, int[] start, int[] from, int[] window, int[] adjacent) {
        this.counts = counts;
        this.start = start;
        this.from = from;
        this.window = window;
        this.adjacent = adjacent;
    }

    static NeighbourCounts of(WorldCounts counts) {
        var start = new int[counts.rowStart().length];
        for (var to : counts.to()) {
            start[to + 1]++;
        }
        for (var track = 1; track < start.length; track++) {
            start[track] += start[track - 1];
        }
        return transposed(counts, start);
    }

    private static NeighbourCounts transposed(WorldCounts counts, int[] start) {
        var next = start.clone();
        var from = new int[counts.to().length];
        var window = new int[counts.to().length];
        var adjacent = new int[counts.to().length];
        for (var track = 0; track < counts.trackCounts().length; track++) {
            for (var i = counts.rowStart()[track]; i < counts.rowStart()[track + 1]; i++) {
                var slot = next[counts.to()[i]]++;
                from[slot] = track;
                window[slot] = counts.window()[i];
                adjacent[slot] = counts.adjacent()[i];
            }
        }
        return new NeighbourCounts(counts, start, from, window, adjacent);
    }

    /** Fills {@code row} with N(track, b)·u_b, ascending by b. */
    void row(int track, double[] discount, Row row) {
        var out = counts.rowStart()[track];
        var outEnd = counts.rowStart()[track + 1];
        var in = start[track];
        var inEnd = start[track + 1];
        row.clear(outEnd - out + inEnd - in);
        while (out < outEnd || in < inEnd) {
            var after = out < outEnd ? counts.to()[out] : Integer.MAX_VALUE;
            var before = in < inEnd ? from[in] : Integer.MAX_VALUE;
            var neighbour = Math.min(after, before);
            var count = 0L;
            if (after == neighbour) {
                count += counts.window()[out++];
            }
            if (before == neighbour) {
                count += window[in++];
            }
            row.add(neighbour, count * discount[neighbour]);
        }
    }

    /** Fills {@code row} with C_1(b, track)²/(C_1(b, track) + damping)·v_b, ascending by b. */
    void before(int track, double damping, double[] discount, Row row) {
        row.clear(start[track + 1] - start[track]);
        for (var i = start[track]; i < start[track + 1]; i++) {
            if (adjacent[i] > 0) {
                var pairs = (double) adjacent[i];
                row.add(from[i], pairs * pairs / (pairs + damping) * discount[from[i]]);
            }
        }
    }
}
