package chorus.state.cooccurrence;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;

/**
 * Sums up, over the counts of one merge, the digest terms that left and that came, and the pairs and tracks that came to be and
 * ceased.
 */
final class Exchange {
    private final Sum factual = new Sum();
    private final Sum counterfactual = new Sum();

    /** One world's part. */
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

    /** The {@link Lanes} of a pair, or of a track where it meets itself, went from old to new ones in each world. */
    void count(int from, int to, long oldFactual, long newFactual, long oldCounterfactual, long newCounterfactual) {
        var term = term(from, to, oldFactual, newFactual);
        var change = change(oldFactual, newFactual);
        factual.add(from, to, term, change);
        if (oldFactual == oldCounterfactual && newFactual == newCounterfactual) {
            counterfactual.add(from, to, term, change);
        } else {
            counterfactual.add(
                    from,
                    to,
                    term(from, to, oldCounterfactual, newCounterfactual),
                    change(oldCounterfactual, newCounterfactual));
        }
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

    WorldDigest factual() {
        return factual.toDigest();
    }

    WorldDigest counterfactual() {
        return counterfactual.toDigest();
    }
}
