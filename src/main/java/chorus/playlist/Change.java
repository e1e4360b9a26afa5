package chorus.playlist;

/** What one edit does to a playlist. Indices are 0-based and count in the view of the edit's world ({@link World#view}). */
public sealed interface Change {
    /** The playlist comes into being, empty. */
    record Created() implements Change {}

    /** {@code track} stands at {@code index} afterwards; 0 ≤ index ≤ length. */
    record Inserted(TrackId track, int index) implements Change {}

    /** {@code track}, which stands at {@code index}, leaves. */
    record Removed(TrackId track, int index) implements Change {}

    /** {@code track} leaves index {@code from} and stands at {@code to}, counted after the removal. */
    record Moved(TrackId track, int from, int to) implements Change {}

    /** The playlist and all its entries are gone. */
    record Deleted() implements Change {}
}
