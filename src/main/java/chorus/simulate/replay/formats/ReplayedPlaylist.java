package chorus.simulate.replay.formats;

/**
 * One playlist as read: its tracks by number, without repeats.
 *
 * @param modifiedAt when it was last changed, seconds since 1970; 0 where the file does not say
 */
public record ReplayedPlaylist(long pid, long modifiedAt, int[] tracks) {}
