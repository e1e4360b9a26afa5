package chorus.bench.contender;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.state.cooccurrence.Lanes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fingerprint of all counts; equal for two contenders when their counts are.
 *
 * @param digests of each world, in the order of their bits
 */
public record Counts(List<WorldDigest> digests) {
    public Counts {
        digests = List.copyOf(digests);
    }

    /** Nothing counted, in so many worlds. */
    public static Counts none(int worlds) {
        return new Counts(Collections.nCopies(worlds, WorldDigest.NONE));
    }

    /** Gathers a fingerprint, count by count in any order. */
    public static final class Sum {
        private final List<WorldDigest> digests;

        public Sum(int worlds) {
            digests = new ArrayList<>(none(worlds).digests());
        }

        /** Adds what is counted under a {@link CountKey}, in every world. */
        public void add(long key, ByWorld count) {
            for (var world = 0; world < digests.size(); world++) {
                add(key, count.in(world), world);
            }
        }

        /** Adds what is counted under a {@link CountKey} in one world, as {@link Lanes}; of a track, in the window's lane. */
        public void add(long key, long lanes, int world) {
            digests.set(world, digests.get(world).plus(digest(key, lanes)));
        }

        private static WorldDigest digest(long key, long lanes) {
            var from = CountKey.from(key);
            var to = CountKey.to(key);
            var window = Lanes.window(lanes);
            var one = lanes == 0 ? 0 : 1;
            return to == CountKey.TRACK
                    ? new WorldDigest(CountDigest.track(from, window), 0, one)
                    : new WorldDigest(CountDigest.pair(from, to, window, Lanes.adjacent(lanes)), one, 0);
        }

        public Counts counts() {
            return new Counts(digests);
        }
    }

    /** Of the world without plants. */
    public WorldDigest twin() {
        return digests.getFirst();
    }

    /** The sum of what was counted in two places, in the same worlds. */
    public Counts plus(Counts other) {
        var sums = new ArrayList<WorldDigest>();
        for (var world = 0; world < digests.size(); world++) {
            sums.add(digests.get(world).plus(other.digests.get(world)));
        }
        return new Counts(sums);
    }
}
