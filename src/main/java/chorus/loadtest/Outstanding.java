package chorus.loadtest;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The edits of one partition that are written and not yet done with, in offset order, each with its intended time: a ring with
 * borders that only move on.
 *
 * <pre>
 *   first ──▶ counted ──▶ last      edits leave at first, come at last
 *   first ──▶ seen ─────▶ last
 * </pre>
 *
 * Places are numbered from the first edit on, over all that have left.
 */
final class Outstanding {
    private final boolean views;
    private long[] offsets = new long[1024];
    private long[] times = new long[1024];
    private long first;
    private long last;
    private long counted;
    private long seen;

    /** @param views whether edits stay until they are seen in a generation */
    Outstanding(boolean views) {
        this.views = views;
    }

    void add(long offset, long time) {
        if (last - first == offsets.length) {
            grow();
        }
        var at = slot(last++);
        offsets[at] = offset;
        times[at] = time;
    }

    /** Edits before the offset are counted; gives their times, and returns how many there are that were not counted before. */
    long count(long next, LongConsumer intended) {
        var before = counted;
        while (counted < last && offsets[slot(counted)] < next) {
            intended.accept(times[slot(counted++)]);
        }
        leave();
        return counted - before;
    }

    /** Edits before the offset are visible; gives their times. */
    void see(long next, LongConsumer intended) {
        while (seen < last && offsets[slot(seen)] < next) {
            intended.accept(times[slot(seen++)]);
        }
        leave();
    }

    /** Edits that are not done with. */
    long size() {
        return last - first;
    }

    private void leave() {
        first = views ? Math.min(counted, seen) : counted;
    }

    private int slot(long place) {
        return (int) (place & (offsets.length - 1));
    }

    private void grow() {
        var wide = new long[offsets.length * 2];
        var wideTimes = Arrays.copyOf(wide, wide.length);
        for (var place = first; place < last; place++) {
            wide[(int) (place & (wide.length - 1))] = offsets[slot(place)];
            wideTimes[(int) (place & (wide.length - 1))] = times[slot(place)];
        }
        offsets = wide;
        times = wideTimes;
    }
}
