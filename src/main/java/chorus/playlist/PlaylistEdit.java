package chorus.playlist;

import chorus.worlds.WorldSet;
import org.jspecify.annotations.Nullable;

/**
 * One edit of one playlist.
 *
 * @param epoch the epoch it belongs to, or {@link LogEntry#BY_POSITION}
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
        implements LogEntry {}
