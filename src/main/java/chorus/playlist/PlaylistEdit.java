package chorus.playlist;

/**
 * One edit of one playlist.
 *
 * @param epoch the epoch it belongs to, or {@link LogEntry#BY_POSITION}
 * @param eventTime when the listener did it, milliseconds since 1970
 * @param sequence the edit's number within its playlist over all worlds, from 1, without gaps
 */
public record PlaylistEdit(
        PlaylistId playlist, ListenerId listener, long epoch, long eventTime, long sequence, World world, Change change)
        implements LogEntry {}
