package chorus.hash;

/** A 64-bit mixing of identities (SplitMix64's finaliser, Steele, Lea and Flood 2014): the root of all chance in the system. */
public final class Hash64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash64() {}

    public static long of(long a) {
        var z = a + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public static long of(long a, long b) {
        return of(of(a) + b);
    }

    public static long of(long a, long b, long c) {
        return of(of(a, b) + c);
    }

    public static long of(long a, long b, long c, long d) {
        return of(of(a, b, c) + d);
    }

    /** The hash as a number in [0, 1), uniform over 2⁵³ values. */
    public static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }
}
