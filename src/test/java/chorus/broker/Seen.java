package chorus.broker;

import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import java.util.ArrayList;
import java.util.List;

/** Notes which track counts were given, in order. */
final class Seen implements RowSink {
    final List<String> counts = new ArrayList<>();

    @Override
    public void neighbours(NeighboursEntry entry) {}

    @Override
    public void neighboursGone(int track, int chunk) {}

    @Override
    public void trackCounts(TrackCountsEntry entry) {
        if (entry instanceof TrackCountRow row) {
            counts.add(row.track() + "=" + row.count());
        }
    }

    @Override
    public void trackCountGone(int track) {
        counts.add(track + " gone");
    }

    @Override
    public void playlists(PlaylistsEntry entry) {}

    @Override
    public void playlistGone(long playlist) {}
}
