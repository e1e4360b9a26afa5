package chorus.state.cooccurrence;

import java.util.Arrays;

/** Puts sorted changes together: what concerns the pair that came last is added to it. */
public final class ChangesBuilder {
    private long[] pairs;
    private long[] twin;
    private Differences[] others;
    private int size;
    private final boolean dropping;

    /** @param dropping whether a pair whose changes cancel out is left out */
    public ChangesBuilder(int expected, boolean dropping) {
        this.dropping = dropping;
        pairs = new long[expected];
        twin = new long[expected];
        others = new Differences[expected];
    }

    public int size() {
        return size;
    }

    public void add(long pair, long ofTwin, Differences ofOthers) {
        if (size > 0 && pairs[size - 1] == pair) {
            twin[size - 1] = Lanes.plus(twin[size - 1], ofTwin);
            others[size - 1] = others[size - 1].plus(ofOthers);
            return;
        }
        dropNothing();
        if (size == pairs.length) {
            var more = size * 2 + 16;
            pairs = Arrays.copyOf(pairs, more);
            twin = Arrays.copyOf(twin, more);
            others = Arrays.copyOf(others, more);
        }
        pairs[size] = pair;
        twin[size] = ofTwin;
        others[size++] = ofOthers;
    }

    private void dropNothing() {
        if (dropping && size > 0 && twin[size - 1] == 0 && others[size - 1].isEmpty()) {
            size--;
        }
    }

    public SortedChanges build() {
        dropNothing();
        return new SortedChanges(Arrays.copyOf(pairs, size), Arrays.copyOf(twin, size), Arrays.copyOf(others, size));
    }
}
