package chorus.state.cooccurrence;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.worlds.WorldSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums up, over the counts of one merge, the digest terms that left and that came, and the pairs and tracks that came to be and
 * ceased: of the twin, and by how much other worlds' sums differ from its. Only worlds whose counts differ are touched.
 */
final class Exchange {
    private final Sum twin = new Sum();
    private final @Nullable Sum[] others = new Sum[WorldSet.MOST];

    private static final class Sum {
        private long digest;
        private long pairs;
        private long tracks;

        void add(int from, int to, long term, int change) {
            digest += term;
            pairs += from == to ? 0 : change;
            tracks += from == to ? change : 0;
        }

        WorldDigest toDigest() {
            return new WorldDigest(digest, pairs, tracks);
        }
    }

    /** The {@link Lanes} of a pair, or of a track where it meets itself, went from old to new ones. */
    void count(int from, int to, long old, long now, Differences oldOthers, Differences nowOthers) {
        var term = term(from, to, old, now);
        var change = change(old, now);
        twin.add(from, to, term, change);
        for (var left = oldOthers.union() | nowOthers.union(); left != 0; left &= left - 1) {
            var world = Integer.numberOfTrailingZeros(left);
            var oldOwn = Lanes.plus(old, oldOthers.in(world));
            var nowOwn = Lanes.plus(now, nowOthers.in(world));
            of(world).add(from, to, term(from, to, oldOwn, nowOwn) - term, change(oldOwn, nowOwn) - change);
        }
    }

    private Sum of(int world) {
        var sum = others[world];
        if (sum == null) {
            sum = new Sum();
            others[world] = sum;
        }
        return sum;
    }

    private static long term(int from, int to, long before, long after) {
        if (Lanes.window(after) < 0 || Lanes.adjacent(after) < 0) {
            throw new IllegalStateException(negative(from, to, after));
        }
        return from == to
                ? CountDigest.track(from, Lanes.window(after)) - CountDigest.track(from, Lanes.window(before))
                : CountDigest.pair(from, to, Lanes.window(after), Lanes.adjacent(after))
                        - CountDigest.pair(from, to, Lanes.window(before), Lanes.adjacent(before));
    }

    private static String negative(int from, int to, long after) {
        return from == to
                ? "track " + from + " would count " + Lanes.window(after) + " playlists"
                : "pair " + from + " → " + to + " would count " + Lanes.window(after) + " in the window, "
                        + Lanes.adjacent(after) + " adjacent";
    }

    private static int change(long before, long after) {
        return (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
    }

    /** What changed in the twin's digest. */
    WorldDigest twin() {
        return twin.toDigest();
    }

    /** What changed in by how much a world's digest differs from the twin's. */
    WorldDigest other(int world) {
        var sum = others[world];
        return sum == null ? WorldDigest.NONE : sum.toDigest();
    }
}
