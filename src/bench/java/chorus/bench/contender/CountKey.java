package chorus.bench.contender;

/** What is counted, as one {@code long}: a directed pair, or a track alone. */
public final class CountKey {
    /** Stands for the second track where a track's own count is meant. */
    public static final int TRACK = -1;

    private CountKey() {}

    public static long of(int from, int to) {
        return (long) from << 32 | to & 0xFFFF_FFFFL;
    }

    public static int from(long key) {
        return (int) (key >> 32);
    }

    public static int to(long key) {
        return (int) key;
    }
}
