package chorus.playlist;

/** What one edit does to a playlist. Indices are 0-based and count in the view of the lowest world of the edit. */
public sealed interface Change {
    /** The playlist comes into being, empty. */
    record Created() implements Change {}

    /**
     * {@code track} stands at {@code index} afterwards; 0 ≤ index ≤ length.
     *
     * @param beforeSuccessor whether it stands directly before the entry that had the index, and not directly after the one before
     *     it: other worlds may see entries in between
     */
    record Inserted(TrackId track, int index, boolean beforeSuccessor) implements Change {
        /** Directly after its predecessor. */
        public Inserted(TrackId track, int index) {
            this(track, index, false);
        }
    }

    /** {@code track}, which stands at {@code index}, leaves. */
    record Removed(TrackId track, int index) implements Change {}

    /** {@code track} leaves index {@code from} and stands at {@code to}, counted after the removal, directly after its predecessor. */
    record Moved(TrackId track, int from, int to) implements Change {}

    /** The playlist and all its entries are gone. */
    record Deleted() implements Change {}
}
