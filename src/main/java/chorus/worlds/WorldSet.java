package chorus.worlds;

/**
 * A set of worlds: bit i stands for the i-th of a run, 0 for the twin. The bits from {@link #MOST} on are all alike and stand for
 * worlds that come later, so that what happens everywhere is −1, however many worlds there are.
 */
public record WorldSet(int bits) {
    /** Worlds that a run may have. */
    public static final int MOST = 16;

    /** Every world, later ones included. */
    public static final WorldSet ALL = new WorldSet(-1);

    public static final WorldSet NONE = new WorldSet(0);

    public static WorldSet only(int world) {
        return new WorldSet(1 << world);
    }

    /** Whether {@code bits} are a set, and not an empty one. */
    public static boolean isValid(int bits) {
        var later = bits >> MOST;
        return bits != 0 && (later == 0 || later == -1);
    }

    public boolean has(int world) {
        return (bits >> world & 1) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public boolean isAll() {
        return bits == -1;
    }

    /** The lowest world of the set: its view is the one in which indices count. */
    public int lowest() {
        return Integer.numberOfTrailingZeros(bits);
    }

    public WorldSet with(WorldSet others) {
        return new WorldSet(bits | others.bits);
    }

    public WorldSet without(WorldSet others) {
        return new WorldSet(bits & ~others.bits);
    }

    public WorldSet and(WorldSet others) {
        return new WorldSet(bits & others.bits);
    }

    public boolean meets(WorldSet others) {
        return (bits & others.bits) != 0;
    }
}
