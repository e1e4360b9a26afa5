package chorus.retrain;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * What tells worlds apart in the rows read so far: how often each set of worlds differs from the twin in an entry. Sets of one
 * entry are disjoint and their values differ, so two worlds are equal exactly where no set has the one without the other.
 */
final class Distinctions {
    private final Int2LongOpenHashMap entries;

    Distinctions() {
        this(new Int2LongOpenHashMap());
    }

    private Distinctions(Int2LongOpenHashMap entries) {
        this.entries = entries;
    }

    Distinctions copy() {
        return new Distinctions(entries.clone());
    }

    /** Takes the sets of a row, one an entry that differs. */
    void add(int[] sets) {
        for (var set : sets) {
            add(set);
        }
    }

    void add(int set) {
        entries.addTo(set, 1);
    }

    /** Takes back the sets of a row that is gone. */
    void remove(int[] sets) {
        for (var set : sets) {
            remove(set);
        }
    }

    void remove(int set) {
        if (entries.addTo(set, -1) == 1) {
            entries.remove(set);
        }
    }

    /** Whether two worlds, by their bits, are equal in all that was read. */
    boolean agree(int one, int other) {
        return entries.keySet().intStream().allMatch(set -> (set >> one & 1) == (set >> other & 1));
    }

    /** The lowest world that is equal to {@code world}, by its bit; itself where none below is. */
    int first(int world) {
        var first = 0;
        while (!agree(first, world)) {
            first++;
        }
        return first;
    }
}
