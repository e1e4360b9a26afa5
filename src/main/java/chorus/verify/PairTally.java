package chorus.verify;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/** Counts of directed pairs and tracks over whole lists, by nested loops. Counts may be negative in a tally of differences. */
final class PairTally {
    /** Keyed by from (high half) and to (low half); the value is window · 2³² + adjacent, so that tallies add up. */
    private final Long2LongOpenHashMap pairs = new Long2LongOpenHashMap();

    private final Int2IntOpenHashMap tracks = new Int2IntOpenHashMap();
    private final int window;

    PairTally(int window) {
        this.window = window;
    }

    static long pair(int from, int to) {
        return ((long) from << 32) | to;
    }

    static int from(long pair) {
        return (int) (pair >> 32);
    }

    static int to(long pair) {
        return (int) pair;
    }

    /** The count at distance ≤ window of a count pair. */
    static int window(long counts) {
        return (int) ((counts - adjacent(counts)) >> 32);
    }

    /** The count at distance 1 of a count pair. */
    static int adjacent(long counts) {
        return (int) counts;
    }

    static long counts(int window, int adjacent) {
        return ((long) window << 32) + adjacent;
    }

    /** Counts all of a list's tracks and pairs {@code times} times more, or less. */
    void add(int[] list, int times) {
        for (var i = 0; i < list.length; i++) {
            addTrack(list[i], times);
            for (var j = i + 1; j < list.length && j - i <= window; j++) {
                addPair(pair(list[i], list[j]), counts(times, j - i == 1 ? times : 0));
            }
        }
    }

    private void addPair(long pair, long counts) {
        if (pairs.addTo(pair, counts) == -counts) {
            pairs.remove(pair);
        }
    }

    private void addTrack(int track, int times) {
        if (tracks.addTo(track, times) == -times) {
            tracks.remove(track);
        }
    }

    /** The pairs with a non-zero count. */
    Long2LongOpenHashMap pairs() {
        return pairs;
    }

    /** The tracks with a non-zero count. */
    Int2IntOpenHashMap tracks() {
        return tracks;
    }
}
