package chorus.state.cooccurrence;

import chorus.playlist.World;
import java.util.Arrays;

/**
 * Changes of counts that wait to be merged into rows: an open-addressed table on the heap that sums what concerns the same pair.
 * On the diagonal, where a track meets itself, stands the number of playlists that hold it. Three longs a slot, side by side:
 *
 * <pre>
 * | from:32 to:32 (+1, 0 = free) | factual window:32 adjacent:32 | counterfactual window:32 adjacent:32 |
 * </pre>
 */
public final class PairChanges {
    private static final int STRIDE = 3;

    private long[] slots;
    private int mask;
    private int size;

    public PairChanges(int expected) {
        var capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        slots = new long[capacity * STRIDE];
        mask = capacity - 1;
    }

    /** Adds to a pair's counts in the worlds that {@code world} is seen in. */
    public void accept(int from, int to, int window, int adjacent, World world) {
        var change = Lanes.of(window, adjacent);
        add(from, to, world == World.COUNTERFACTUAL ? 0 : change, world == World.FACTUAL ? 0 : change);
    }

    /** Adds all that an edit changed; a track's own count on the diagonal. */
    public void add(Deltas deltas) {
        for (var i = 0; i < deltas.pairs(); i++) {
            add(deltas.from(i), deltas.to(i), deltas.code(i));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            add(deltas.track(i), deltas.track(i), deltas.trackCode(i));
        }
    }

    /** Adds a change by its one-byte {@link Deltas#code}. */
    public void add(int from, int to, byte code) {
        add(from, to, Deltas.factual(code), Deltas.counterfactual(code));
    }

    /** Adds to the factual and the counterfactual {@link Lanes} of a pair. */
    public void add(int from, int to, long factual, long counterfactual) {
        var slot = slot(((long) from << 32 | to) + 1);
        slots[slot + 1] = Lanes.plus(slots[slot + 1], factual);
        slots[slot + 2] = Lanes.plus(slots[slot + 2], counterfactual);
    }

    private int slot(long key) {
        var i = home(key);
        while (true) {
            var found = slots[i * STRIDE];
            if (found == key) {
                return i * STRIDE;
            }
            if (found == 0) {
                return occupy(i, key);
            }
            i = i + 1 & mask;
        }
    }

    private int occupy(int i, long key) {
        if (size * 2 > mask) {
            grow();
            return slot(key);
        }
        size++;
        slots[i * STRIDE] = key;
        return i * STRIDE;
    }

    private int home(long key) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        mask = mask * 2 + 1;
        for (var i = 0; i < old.length; i += STRIDE) {
            if (old[i] != 0) {
                var j = home(old[i]);
                while (slots[j * STRIDE] != 0) {
                    j = j + 1 & mask;
                }
                System.arraycopy(old, i, slots, j * STRIDE, STRIDE);
            }
        }
    }

    public int size() {
        return size;
    }

    public void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** Everything so far in order of (from, to). */
    public SortedChanges sorted() {
        var keys = new long[size];
        var n = 0;
        for (var i = 0; i < slots.length; i += STRIDE) {
            if (slots[i] != 0) {
                keys[n++] = slots[i];
            }
        }
        Arrays.sort(keys);
        var factual = new long[n];
        var counterfactual = new long[n];
        for (var i = 0; i < n; i++) {
            var slot = slot(keys[i]);
            keys[i]--;
            factual[i] = slots[slot + 1];
            counterfactual[i] = slots[slot + 2];
        }
        return new SortedChanges(keys, factual, counterfactual);
    }
}
