package chorus.rows;

/** Where published rows and marks go, in the order of each partition; a later row of the same key replaces the earlier one. */
public interface RowSink {
    void neighbours(NeighboursEntry entry);

    /** The chunk is gone. */
    void neighboursGone(int track, int chunk);

    void trackCounts(TrackCountsEntry entry);

    /** The track has left all playlists. */
    void trackCountGone(int track);

    void playlists(PlaylistsEntry entry);

    /** The held-out playlist is gone. */
    void playlistGone(long playlist);
}
