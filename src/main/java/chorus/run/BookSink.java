package chorus.run;

import chorus.broker.RowSink;
import chorus.retrain.RowBook;
import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountsEntry;

/** Puts the rows that the broker delivers into the trainer's book. */
record BookSink(RowBook book) implements RowSink {
    @Override
    public void neighbours(NeighboursEntry entry) {
        book.accept(entry);
    }

    @Override
    public void neighboursGone(int track, int chunk) {
        book.removeNeighbours(RowKeys.chunk(track, chunk));
    }

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        book.accept(entry);
    }

    @Override
    public void trackCountGone(int track) {
        book.removeTrackCount(track);
    }

    @Override
    public void playlists(PlaylistsEntry entry) {
        book.accept(entry);
    }

    @Override
    public void playlistGone(long playlist) {
        book.removePlaylist(playlist);
    }
}
