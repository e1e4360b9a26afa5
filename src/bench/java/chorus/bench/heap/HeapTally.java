package chorus.bench.heap;

import chorus.bench.contender.CountKey;
import chorus.bench.contender.Counts;
import chorus.bench.contender.Job;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Counts in primitive hash maps. */
sealed interface HeapTally permits AllTally, HeapTally.WindowAlone {
    void add(Deltas deltas);

    Counts counts();

    static HeapTally of(Job job, int worlds) {
        return switch (job) {
            case ALL -> new AllTally(worlds);
            case WINDOW_ALONE -> new WindowAlone(worlds);
        };
    }

    /** One number a pair, the same in all worlds. */
    final class WindowAlone implements HeapTally {
        private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap(1 << 20);
        private final int worlds;

        WindowAlone(int worlds) {
            this.worlds = worlds;
        }

        @Override
        public void add(Deltas deltas) {
            for (var i = 0; i < deltas.pairs(); i++) {
                pairs.addTo(CountKey.of(deltas.from(i), deltas.to(i)), deltas.code(i) % 3 - 1);
            }
        }

        @Override
        public Counts counts() {
            var sum = new Counts.Sum(worlds);
            pairs.long2IntEntrySet().fastForEach(entry -> {
                for (var world = 0; world < worlds; world++) {
                    sum.add(entry.getLongKey(), Lanes.of(entry.getIntValue(), 0), world);
                }
            });
            return sum.counts();
        }
    }
}
