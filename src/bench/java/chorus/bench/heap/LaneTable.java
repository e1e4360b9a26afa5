package chorus.bench.heap;

/**
 * Sums by key: an open-addressed table, two longs a slot side by side, so that a change touches one line of memory. A sum is of pairs
 * of counts, window·2³² + adjacent: once no count is negative, that is their {@link chorus.state.cooccurrence.Lanes}.
 *
 * <pre>
 * | key (+1, 0 = free) | sum |
 * </pre>
 */
final class LaneTable {
    private static final int STRIDE = 2;

    private long[] slots;
    private int mask;
    private int size;

    /** @param capacity slots at the beginning, a power of two */
    LaneTable(int capacity) {
        slots = new long[capacity * STRIDE];
        mask = capacity - 1;
    }

    /** Receives what lies under a key. */
    interface Each {
        void accept(long key, long sum);
    }

    void add(long key, long change) {
        var slot = slot(key + 1);
        if (slots[slot] == 0) {
            if (size * 2 > mask) {
                grow();
                slot = slot(key + 1);
            }
            size++;
            slots[slot] = key + 1;
        }
        slots[slot + 1] += change;
    }

    long get(long key) {
        return slots[slot(key + 1) + 1];
    }

    void forEach(Each each) {
        for (var slot = 0; slot < slots.length; slot += STRIDE) {
            if (slots[slot] != 0) {
                each.accept(slots[slot] - 1, slots[slot + 1]);
            }
        }
    }

    /** Where a key lies, or would lie. */
    private int slot(long stored) {
        var i = (int) (stored * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
        while (slots[i * STRIDE] != stored && slots[i * STRIDE] != 0) {
            i = i + 1 & mask;
        }
        return i * STRIDE;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        mask = mask * 2 + 1;
        for (var from = 0; from < old.length; from += STRIDE) {
            if (old[from] != 0) {
                System.arraycopy(old, from, slots, slot(old[from]), STRIDE);
            }
        }
    }
}
