package chorus.bench.contender;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.state.cooccurrence.Lanes;

/** The fingerprint of all counts of both worlds; equal for two contenders when their counts are. */
public record Counts(WorldDigest factual, WorldDigest counterfactual) {
    private static final WorldDigest NONE = new WorldDigest(0, 0, 0);

    public static final Counts EMPTY = new Counts(NONE, NONE);

    /** Gathers a fingerprint, count by count in any order. */
    public static final class Sum {
        private Counts counts = EMPTY;

        /** A pair's {@link Lanes} in both worlds. */
        public void pair(int from, int to, long factual, long counterfactual) {
            counts = counts.plus(new Counts(pair(from, to, factual), pair(from, to, counterfactual)));
        }

        public void track(int track, int factual, int counterfactual) {
            counts = counts.plus(new Counts(track(track, factual), track(track, counterfactual)));
        }

        private static WorldDigest pair(int from, int to, long lanes) {
            var digest = CountDigest.pair(from, to, Lanes.window(lanes), Lanes.adjacent(lanes));
            return new WorldDigest(digest, lanes == 0 ? 0 : 1, 0);
        }

        private static WorldDigest track(int track, int count) {
            return new WorldDigest(CountDigest.track(track, count), 0, count == 0 ? 0 : 1);
        }

        public Counts counts() {
            return counts;
        }
    }

    public Counts plus(Counts other) {
        return new Counts(factual.plus(other.factual), counterfactual.plus(other.counterfactual));
    }
}
