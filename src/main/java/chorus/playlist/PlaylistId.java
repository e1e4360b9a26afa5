package chorus.playlist;

/** A playlist's number, 0 and up: plan order in a simulation, the {@code pid} in replayed slices. */
public record PlaylistId(long value) {
    public PlaylistId {
        if (value < 0) {
            throw new IllegalArgumentException("playlist id " + value + ": must be 0 or more");
        }
    }
}
