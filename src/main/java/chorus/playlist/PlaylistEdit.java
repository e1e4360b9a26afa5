package chorus.playlist;

import chorus.epochs.EpochGate;
import chorus.worlds.WorldSet;
import org.jspecify.annotations.Nullable;

/**
 * One edit of one playlist.
 *
 * @param epoch the epoch it belongs to, or {@link EpochGate#BY_POSITION}
 * @param eventTime when the listener did it, milliseconds since 1970
 * @param sequence the edit's number within its playlist over all worlds, from 1, without gaps
 * @param worlds in which it happens; indices count in the view of the lowest of them
 * @param campaign the campaign that a plant or its removal is for; null in an organic edit
 */
public record PlaylistEdit(
        PlaylistId playlist,
        ListenerId listener,
        long epoch,
        long eventTime,
        long sequence,
        WorldSet worlds,
        @Nullable String campaign,
        Change change)
        implements LogEntry {
    /** Entries of a playlist over all worlds, at most: a row of it then is no larger than a broker takes. */
    public static final int MOST_ENTRIES = 10_000;

    /** How many edits of a playlist may be missing before one that is looked at; beyond that it moves nothing. */
    public static final long LONGEST_GAP = 1_000;
}
