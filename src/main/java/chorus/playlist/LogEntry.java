package chorus.playlist;

/** One record of the topic {@code playlist-edits}: an edit, or the mark that ends an epoch. */
public sealed interface LogEntry permits PlaylistEdit, EpochEnded {
    /** The epoch it belongs to; {@link #BY_POSITION} where the marks before it in its partition say. */
    long epoch();

    /** The epoch of an edit that was written while epochs go by the clock. */
    long BY_POSITION = -1;
}
