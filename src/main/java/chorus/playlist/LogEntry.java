package chorus.playlist;

/** One record of the topic {@code playlist-edits}: an edit, or the mark that ends an epoch. */
public sealed interface LogEntry permits PlaylistEdit, EpochEnded {
    /** The epoch it belongs to; {@link #BY_POSITION} where the marks before it in its partition say. */
    long epoch();

    /**
     * By how many epochs a record may be ahead of its partition: far more than any writer comes to be. One that is further ahead would
     * keep its playlist from every edit of the epochs between.
     */
    long MOST_AHEAD = 1_000;

    /** The epoch of an edit that was written while epochs go by the clock. */
    long BY_POSITION = -1;
}
