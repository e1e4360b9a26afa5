package chorus.state.runs;

import chorus.state.cooccurrence.ChangesBuilder;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Differences;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/** The changes among {@link Arrivals} that are of some worlds only, as two lists side by side: the pair; the set and the code. */
final class ArrivalsOfSome {
    private LongArrayList pairs = new LongArrayList();
    private LongArrayList changes = new LongArrayList();
    private int next;

    void add(long pair, byte code, int worlds) {
        pairs.add(pair);
        changes.add((long) worlds << 8 | code);
    }

    int size() {
        return pairs.size();
    }

    void back(int earlier) {
        pairs.size(earlier);
        changes.size(earlier);
    }

    void clear() {
        pairs = new LongArrayList();
        changes = new LongArrayList();
        next = 0;
    }

    /** By pair, then by set. */
    void sort() {
        LongArrays.radixSort(pairs.elements(), changes.elements(), 0, pairs.size());
        next = 0;
    }

    /** Gives those that come before {@code pair} or concern it, and were not given yet. */
    void before(long pair, ChangesBuilder out) {
        for (; next < pairs.size() && pairs.getLong(next) <= pair; next++) {
            var change = changes.getLong(next);
            out.add(pairs.getLong(next), 0, Differences.NONE.plus((int) (change >> 8), Deltas.lanes((byte) change)));
        }
    }
}
