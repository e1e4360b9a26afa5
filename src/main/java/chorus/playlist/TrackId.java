package chorus.playlist;

/** A track's dense number, 0 and up, given by whoever writes edits (see the topic {@code tracks}). */
public record TrackId(int value) {
    public TrackId {
        if (value < 0) {
            throw new IllegalArgumentException("track id " + value + ": must be 0 or more");
        }
    }
}
