package chorus.bench.contender;

import chorus.playlist.World;

/** One change of a count as peers send it: a packed pair and one byte, {@link chorus.state.cooccurrence.Deltas#code}. */
public final class DeltaCode {
    /** Stands for the second track where a track's own count is meant. */
    public static final int TRACK = -1;

    private DeltaCode() {}

    public static long key(int from, int to) {
        return (long) from << 32 | to & 0xFFFF_FFFFL;
    }

    public static int from(long key) {
        return (int) (key >> 32);
    }

    public static int to(long key) {
        return (int) key;
    }

    /** The same code without what changes at distance 1. */
    public static byte ofWindow(byte code) {
        return (byte) (code % 3 + 3 + 9 * (code / 9));
    }

    /** Whether a change at distance ≤ window is in the code. */
    public static boolean changesWindow(byte code) {
        return code % 3 != 1;
    }

    public static Both apply(Both before, byte code) {
        return before.plus(code % 3 - 1, code / 3 % 3 - 1, World.of(code / 9));
    }

    /** Adds a stored count to a fingerprint. */
    public static void sum(long key, Both count, Counts.Sum sum) {
        if (to(key) == TRACK) {
            sum.track(
                    from(key),
                    chorus.state.cooccurrence.Lanes.window(count.factual()),
                    chorus.state.cooccurrence.Lanes.window(count.counterfactual()));
        } else {
            sum.pair(from(key), to(key), count.factual(), count.counterfactual());
        }
    }
}
