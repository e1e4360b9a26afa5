package chorus.rows;

import chorus.hash.Hash64;

/**
 * The terms of a world's digest: one 64-bit hash a non-zero count. Their sum is taken modulo 2⁶⁴ and published modulo 2⁵³, which
 * divides it, so order does not matter and a changed count is exchanged by subtracting its old term and adding its new one. A
 * zero count contributes 0.
 */
public final class CountDigest {
    private static final long PAIRS = 1;
    private static final long TRACKS = 2;

    private CountDigest() {}

    public static long pair(int from, int to, int window, int adjacent) {
        if (window == 0 && adjacent == 0) {
            return 0;
        }
        return Hash64.of(PAIRS, pack(from, to), pack(window, adjacent));
    }

    public static long track(int track, int count) {
        return count == 0 ? 0 : Hash64.of(TRACKS, pack(track, count));
    }

    private static long pack(int high, int low) {
        return ((long) high << 32) | (low & 0xFFFF_FFFFL);
    }
}
