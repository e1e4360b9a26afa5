package chorus.playlist;

/** A track's dense number, below {@link #BOUND}, given by whoever writes edits (see the topic {@code tracks}). */
public record TrackId(int value) {
    /** Ids lie below it: 2²⁴ tracks. */
    public static final int BOUND = 1 << 24;

    public TrackId {
        if (value < 0 || value >= BOUND) {
            throw new IllegalArgumentException("track id " + value + ": must lie in 0…" + (BOUND - 1));
        }
    }
}
