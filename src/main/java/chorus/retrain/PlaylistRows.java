package chorus.retrain;

import chorus.evaluate.TestPlaylist;
import chorus.playlist.HeldOut;
import chorus.rows.PlaylistRow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Held-out playlists by id, as they were published. */
final class PlaylistRows {
    private final SortedMap<Long, PlaylistRow> playlists;
    private final Distinctions distinctions;

    /** @param distinctions is told what differs in the playlists that are kept */
    PlaylistRows(Distinctions distinctions) {
        this(new TreeMap<>(), distinctions);
    }

    private PlaylistRows(SortedMap<Long, PlaylistRow> playlists, Distinctions distinctions) {
        this.playlists = playlists;
        this.distinctions = distinctions;
    }

    /** @param told of what differs from now on, and knows what does so far */
    PlaylistRows copy(Distinctions told) {
        return new PlaylistRows(new TreeMap<>(playlists), told);
    }

    void put(PlaylistRow row) {
        remove(row.playlist());
        playlists.put(row.playlist(), row);
        row.others().forEach(view -> distinctions.add(view.worlds()));
    }

    void remove(long playlist) {
        var row = playlists.remove(playlist);
        if (row != null) {
            row.others().forEach(view -> distinctions.remove(view.worlds()));
        }
    }

    /**
     * The playlists that are long enough in a world, ascending by id.
     *
     * @param world by its bit
     */
    List<TestPlaylist> tests(int world, HeldOut rule) {
        return playlists.values().stream()
                .flatMap(row -> TestPlaylist.of(row.playlist(), row.in(world), rule).stream())
                .toList();
    }
}
