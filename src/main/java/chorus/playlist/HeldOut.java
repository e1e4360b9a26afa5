package chorus.playlist;

/**
 * Which playlists are held out for testing: those whose id hashes below {@code testShare}. Decided by the id alone, so that
 * every stage agrees without asking. Held-out playlists are never counted and never in a collective.
 *
 * @param testShare expected share of held-out playlists, 0…1
 * @param minTracks a held-out playlist is a test at a cut when it has more unique tracks than this there
 */
public record HeldOut(double testShare, int minTracks) {
    private static final long SPLIT = 0x5EED_0001L;
    private static final long LENGTH = 0x5EED_0002L;

    public boolean holds(PlaylistId playlist) {
        return Hash64.unit(Hash64.of(SPLIT, playlist.value())) < testShare;
    }

    /** How many first tracks of the playlist are the seed when it is a test: 1…10, in equal groups. */
    public int seedLength(PlaylistId playlist) {
        return 1 + (int) Long.remainderUnsigned(Hash64.of(LENGTH, playlist.value()), 10);
    }
}
