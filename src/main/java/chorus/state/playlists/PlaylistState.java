package chorus.state.playlists;

/**
 * What is remembered of one playlist.
 *
 * @param lastSequence number of the last edit that was looked at, applied or refused; 0 before the first
 * @param entries packed entries in order ({@link Entries})
 */
public record PlaylistState(long lastSequence, Life life, int[] entries) {
    /** Before a playlist was created, while it exists, and after it was deleted (for good). */
    public enum Life {
        UNBORN,
        ALIVE,
        DELETED
    }

    public static final PlaylistState UNBORN = new PlaylistState(0, Life.UNBORN, Entries.NONE);

    PlaylistState at(long sequence) {
        return new PlaylistState(sequence, life, entries);
    }

    PlaylistState with(int[] changed) {
        return new PlaylistState(lastSequence, Life.ALIVE, changed);
    }
}
