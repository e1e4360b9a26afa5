package chorus.state.cooccurrence;

/** A pair's two counts in one {@code long}: at distance ≤ window in the high half, at distance 1 in the low half, both signed. */
public final class Lanes {
    private Lanes() {}

    public static long of(int window, int adjacent) {
        return (long) window << 32 | adjacent & 0xFFFF_FFFFL;
    }

    public static int window(long lanes) {
        return (int) (lanes >> 32);
    }

    public static int adjacent(long lanes) {
        return (int) lanes;
    }

    public static long plus(long a, long b) {
        return of(window(a) + window(b), adjacent(a) + adjacent(b));
    }
}
