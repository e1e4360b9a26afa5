package chorus.state.playlists;

/**
 * What is remembered of one playlist.
 *
 * @param lastSequence number of the last edit that was looked at, applied or refused; 0 before the first
 * @param lastEpoch epoch of the last edit that came to be looked at; an earlier one can no longer change the playlist
 * @param entries packed entries in order ({@link Entries})
 */
public record PlaylistState(long lastSequence, long lastEpoch, Life life, long[] entries) {
    /** Before a playlist was created, while it exists, and after it was deleted (for good). */
    public enum Life {
        UNBORN,
        ALIVE,
        DELETED
    }

    public static final PlaylistState UNBORN = new PlaylistState(0, 0, Life.UNBORN, Entries.NONE);

    /** The same playlist in an epoch that is not earlier. */
    public PlaylistState during(long epoch) {
        return epoch == lastEpoch ? this : new PlaylistState(lastSequence, epoch, life, entries);
    }

    PlaylistState at(long sequence) {
        return new PlaylistState(sequence, lastEpoch, life, entries);
    }

    PlaylistState with(long[] changed) {
        return new PlaylistState(lastSequence, lastEpoch, Life.ALIVE, changed);
    }

    PlaylistState deleted() {
        return new PlaylistState(lastSequence, lastEpoch, Life.DELETED, Entries.NONE);
    }
}
