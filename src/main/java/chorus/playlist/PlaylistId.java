package chorus.playlist;

/** A playlist's number, 0 and up: plan order in a simulation, the {@code pid} in replayed slices. */
public record PlaylistId(long value) {
    /** Ids lie below it: 2⁵³, so that they are exact in every format. */
    public static final long BOUND = 1L << 53;

    public PlaylistId {
        if (value < 0 || value >= BOUND) {
            throw new IllegalArgumentException("playlist id " + value + ": must lie in 0…" + (BOUND - 1));
        }
    }
}
