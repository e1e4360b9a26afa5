package chorus.simulate.replay;

/**
 * One playlist as read: its tracks by id, without repeats.
 *
 * @param modifiedAt when it was last changed, seconds since 1970; 0 where the slice does not say
 */
public record ReplayedPlaylist(long pid, long modifiedAt, int[] tracks) {}
