package chorus.state.runs;

import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.SortedChanges;
import java.util.Arrays;

/**
 * Changes of counts in the order in which they came: nothing is looked up when one comes. They are sorted, by radix, and summed
 * when they are asked for. Side by side, nine bytes a change:
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

    public void add(int from, int to, byte code) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        var pair = (long) from << 32 | to;
        used |= pair;
        pairs[size] = pair;
        codes[size++] = code;
    }

    public int size() {
        return size;
    }

    /** Forgets everything and gives its memory back. */
    public void clear() {
        pairs = new long[FEW];
        codes = new byte[FEW];
        size = 0;
        used = 0;
    }

    /** Everything so far in order of (from, to), what concerns the same pair summed; what cancels out is left out. */
    public SortedChanges sorted() {
        sort();
        var distinct = new long[size];
        var factual = new long[size];
        var counterfactual = new long[size];
        var n = 0;
        for (var i = 0; i < size; ) {
            var pair = pairs[i];
            var f = 0L;
            var c = 0L;
            for (; i < size && pairs[i] == pair; i++) {
                f = Lanes.plus(f, Deltas.factual(codes[i]));
                c = Lanes.plus(c, Deltas.counterfactual(codes[i]));
            }
            if ((f | c) != 0) {
                distinct[n] = pair;
                factual[n] = f;
                counterfactual[n++] = c;
            }
        }
        return new SortedChanges(
                Arrays.copyOf(distinct, n), Arrays.copyOf(factual, n), Arrays.copyOf(counterfactual, n));
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
