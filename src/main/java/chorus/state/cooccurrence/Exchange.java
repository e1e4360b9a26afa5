package chorus.state.cooccurrence;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;

/** Sums up, over the pairs of one merge, the digest terms that left and that came, and the pairs that came to be and ceased. */
final class Exchange {
    private final boolean counted;
    private long digest;
    private long pairs;
    private long twinDigest;
    private long twinPairs;

    /** Sums up nothing where rows of signed changes are merged. */
    Exchange(boolean counted) {
        this.counted = counted;
    }

    void pair(int from, int to, long oldFactual, long newFactual, long oldCounterfactual, long newCounterfactual) {
        if (!counted) {
            return;
        }
        var term = term(from, to, oldFactual, newFactual);
        var count = count(oldFactual, newFactual);
        var same = oldFactual == oldCounterfactual && newFactual == newCounterfactual;
        digest += term;
        pairs += count;
        twinDigest += same ? term : term(from, to, oldCounterfactual, newCounterfactual);
        twinPairs += same ? count : count(oldCounterfactual, newCounterfactual);
    }

    private static long term(int from, int to, long before, long after) {
        if (Lanes.window(after) < 0 || Lanes.adjacent(after) < 0) {
            throw new IllegalStateException("pair " + from + " → " + to + " would count " + Lanes.window(after)
                    + " in the window, " + Lanes.adjacent(after) + " adjacent");
        }
        return CountDigest.pair(from, to, Lanes.window(after), Lanes.adjacent(after))
                - CountDigest.pair(from, to, Lanes.window(before), Lanes.adjacent(before));
    }

    private static int count(long before, long after) {
        return (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
    }

    WorldDigest factual() {
        return new WorldDigest(digest, pairs, 0);
    }

    WorldDigest counterfactual() {
        return new WorldDigest(twinDigest, twinPairs, 0);
    }
}
