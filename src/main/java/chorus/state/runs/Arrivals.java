package chorus.state.runs;

import chorus.state.cooccurrence.ChangesBuilder;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Differences;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.SortedChanges;
import chorus.worlds.WorldSet;
import java.util.Arrays;

/**
 * Changes of counts in the order in which they came: nothing is looked up when one comes. They are sorted, by radix, and summed
 * when they are asked for. Those of all worlds lie side by side, nine bytes a change; the few of some worlds lie apart.
 *
 * <pre>
 * pairs | from:32 to:32 |     codes | {@link Deltas#code}:8 |
 * </pre>
 */
public final class Arrivals {
    private static final int WIDEST_DIGIT = 11;

    private static final int FEW = 1024;

    private long[] pairs = new long[FEW];
    private byte[] codes = new byte[FEW];
    private int size;
    /** Bits that are set in any pair. */
    private long used;

    private final ArrivalsOfSome some = new ArrivalsOfSome();

    /** @param worlds the bits of all, or of a set without the twin */
    public void add(int from, int to, byte code, int worlds) {
        var pair = (long) from << 32 | to;
        if (worlds != WorldSet.ALL.bits()) {
            some.add(pair, code, worlds);
            return;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        used |= pair;
        pairs[size] = pair;
        codes[size++] = code;
    }

    public int size() {
        return size + some.size();
    }

    /** How much has come; {@link #back} leaves only that. */
    public Mark mark() {
        return new Mark(size, some.size());
    }

    /** Changes of all worlds, and of some, up to a moment. */
    public record Mark(int all, int some) {}

    /** Forgets what came after {@code mark}; nothing was sorted meanwhile. */
    public void back(Mark mark) {
        size = mark.all;
        some.back(mark.some);
    }

    /** Forgets everything and gives its memory back. */
    public void clear() {
        pairs = new long[FEW];
        codes = new byte[FEW];
        size = 0;
        used = 0;
        some.clear();
    }

    /** Everything so far in order of (from, to), what concerns the same pair summed; what cancels out is left out. */
    public SortedChanges sorted() {
        sort();
        some.sort();
        var changes = new ChangesBuilder(size(), true);
        for (var i = 0; i < size; ) {
            var pair = pairs[i];
            some.before(pair, changes);
            var sum = 0L;
            for (; i < size && pairs[i] == pair; i++) {
                sum = Lanes.plus(sum, Deltas.lanes(codes[i]));
            }
            changes.add(pair, sum, Differences.NONE);
        }
        some.before(Long.MAX_VALUE, changes);
        return changes.build();
    }

    /** By the bits of to first, then by those of from; each in as few digits as they need. */
    private void sort() {
        var spare = new Arrivals();
        spare.pairs = new long[size];
        spare.codes = new byte[size];
        for (var half = 0; half < 64; half += 32) {
            var bits = 32 - Integer.numberOfLeadingZeros((int) (used >>> half));
            var digits = (bits + WIDEST_DIGIT - 1) / WIDEST_DIGIT;
            for (var digit = 0; digit < digits; digit++) {
                var width = (bits + digits - 1) / digits;
                sort(half + digit * width, width, spare);
            }
        }
    }

    /** Sorts by {@code width} bits from {@code shift} on, and keeps the order of equal ones; through {@code spare}. */
    private void sort(int shift, int width, Arrivals spare) {
        var mask = (1 << width) - 1;
        var next = new int[mask + 2];
        for (var i = 0; i < size; i++) {
            next[((int) (pairs[i] >>> shift) & mask) + 1]++;
        }
        for (var digit = 1; digit < next.length; digit++) {
            next[digit] += next[digit - 1];
        }
        for (var i = 0; i < size; i++) {
            var at = next[(int) (pairs[i] >>> shift) & mask]++;
            spare.pairs[at] = pairs[i];
            spare.codes[at] = codes[i];
        }
        var sortedPairs = spare.pairs;
        var sortedCodes = spare.codes;
        spare.pairs = pairs;
        spare.codes = codes;
        pairs = sortedPairs;
        codes = sortedCodes;
    }
}
