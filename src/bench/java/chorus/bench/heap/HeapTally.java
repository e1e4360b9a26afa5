package chorus.bench.heap;

import chorus.bench.contender.Counts;
import chorus.bench.contender.DeltaCode;
import chorus.bench.contender.Job;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.SortedChanges;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Counts in primitive hash maps. */
sealed interface HeapTally {
    void add(Deltas deltas);

    Counts counts();

    static HeapTally of(Job job) {
        return switch (job) {
            case ALL -> new All();
            case WINDOW_ALONE -> new WindowAlone();
        };
    }

    /** Both counts of both worlds, and tracks; the pairs' map is the product's own, three longs a pair. */
    final class All implements HeapTally {
        private final PairChanges changes = new PairChanges(1 << 20);

        @Override
        public void add(Deltas deltas) {
            changes.add(deltas);
        }

        @Override
        public Counts counts() {
            var sum = new Counts.Sum();
            var sorted = changes.sorted();
            for (var i = 0; i < sorted.size(); i++) {
                add(sorted, i, sum);
            }
            return sum.counts();
        }

        /** Where a track meets itself stands how many playlists hold it. */
        private static void add(SortedChanges sorted, int i, Counts.Sum sum) {
            var from = sorted.from(i);
            var factual = sorted.factual()[i];
            var counterfactual = sorted.counterfactual()[i];
            if (from == sorted.to(i)) {
                sum.track(from, Lanes.window(factual), Lanes.window(counterfactual));
            } else {
                sum.pair(from, sorted.to(i), factual, counterfactual);
            }
        }
    }

    /** One number a pair. */
    final class WindowAlone implements HeapTally {
        private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap(1 << 20);

        @Override
        public void add(Deltas deltas) {
            for (var i = 0; i < deltas.pairs(); i++) {
                pairs.addTo(DeltaCode.key(deltas.from(i), deltas.to(i)), deltas.code(i) % 3 - 1);
            }
        }

        @Override
        public Counts counts() {
            var sum = new Counts.Sum();
            pairs.long2IntEntrySet().fastForEach(entry -> {
                var lanes = Lanes.of(entry.getIntValue(), 0);
                sum.pair(DeltaCode.from(entry.getLongKey()), DeltaCode.to(entry.getLongKey()), lanes, lanes);
            });
            return sum.counts();
        }
    }
}
