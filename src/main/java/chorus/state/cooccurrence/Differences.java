package chorus.state.cooccurrence;

import chorus.worlds.WorldSet;
import java.util.Arrays;

/**
 * By how much a pair's {@link Lanes} in some worlds differ from the twin's. In one form only: worlds that differ alike are one
 * set, sets are disjoint and in the order of their lowest worlds, and none differs by nothing.
 *
 * @param worlds the bits of each set; never the twin's
 * @param lanes by how much, parallel to {@code worlds}
 */
public record Differences(int[] worlds, long[] lanes) {
    public static final Differences NONE = new Differences(new int[0], new long[0]);

    static Differences of(int set, long lanes) {
        return lanes == 0 ? NONE : new Differences(new int[] {set}, new long[] {lanes});
    }

    public boolean isEmpty() {
        return worlds.length == 0;
    }

    /** The bits of all worlds that differ. */
    public int union() {
        var union = 0;
        for (var set : worlds) {
            union |= set;
        }
        return union;
    }

    /** By how much a world differs. */
    public long in(int world) {
        for (var i = 0; i < worlds.length; i++) {
            if ((worlds[i] >> world & 1) != 0) {
                return lanes[i];
            }
        }
        return 0;
    }

    public Differences plus(int set, long more) {
        return isEmpty() ? of(set, more) : plus(of(set, more));
    }

    public Differences plus(Differences others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        var sum = new Sum();
        for (var left = union() | others.union(); left != 0; left &= left - 1) {
            var world = Integer.numberOfTrailingZeros(left);
            sum.add(world, Lanes.plus(in(world), others.in(world)));
        }
        return sum.toDifferences();
    }

    /** Puts worlds together that differ alike. */
    private static final class Sum {
        private final int[] worlds = new int[WorldSet.MOST];
        private final long[] lanes = new long[WorldSet.MOST];
        private int size;

        void add(int world, long own) {
            if (own == 0) {
                return;
            }
            var at = 0;
            while (at < size && lanes[at] != own) {
                at++;
            }
            worlds[at] |= 1 << world;
            lanes[at] = own;
            size = Math.max(size, at + 1);
        }

        Differences toDifferences() {
            return size == 0 ? NONE : new Differences(Arrays.copyOf(worlds, size), Arrays.copyOf(lanes, size));
        }
    }
}
