package chorus.playlist;

import chorus.epochs.EpochGate;

/** One record of the topic {@code playlist-edits}: an edit, or the mark that ends an epoch. */
public sealed interface LogEntry permits PlaylistEdit, EpochEnded {
    /** The epoch it belongs to; {@link EpochGate#BY_POSITION} where the marks before it in its partition say. */
    long epoch();
}
