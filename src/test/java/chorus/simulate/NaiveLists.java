package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Applies edits, as the worlds are defined, to sequences of entries, and checks that each one fits. */
final class NaiveLists {
    record Entry(TrackId track, World world) {}

    private final Map<Long, List<Entry>> playlists = new TreeMap<>();
    private final Map<Long, Long> sequences = new HashMap<>();

    /** The contents of all playlists in a view. */
    Map<Long, List<TrackId>> view(World view) {
        var contents = new TreeMap<Long, List<TrackId>>();
        playlists.forEach((id, entries) -> contents.put(id, in(view, entries)));
        return contents;
    }

    long entries(World view) {
        return view(view).values().stream().mapToLong(List::size).sum();
    }

    int length(long playlist, World view) {
        return in(view, entries(playlist)).size();
    }

    private List<Entry> entries(long playlist) {
        return Objects.requireNonNull(playlists.get(playlist), () -> "playlist " + playlist + " is not there");
    }

    private static List<TrackId> in(World view, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.world.seenIn(view))
                .map(Entry::track)
                .toList();
    }

    void apply(PlaylistEdit edit) {
        var id = edit.playlist().value();
        assertThat(edit.sequence()).as("sequence of %s", edit).isEqualTo(sequences.merge(id, 1L, Long::sum));
        assertThat(playlists.containsKey(id))
                .as("existence before %s", edit)
                .isNotEqualTo(edit.change() instanceof Change.Created);
        switch (edit.change()) {
            case Change.Created() -> playlists.put(id, new ArrayList<>());
            case Change.Deleted() -> playlists.remove(id);
            case Change.Inserted(var track, var index) -> insert(edit, track, index);
            case Change.Removed(var track, var index) -> remove(edit, track, index);
            case Change.Moved(var track, var from, var to) -> {
                remove(edit, track, from);
                insert(edit, track, to);
            }
        }
    }

    private void insert(PlaylistEdit edit, TrackId track, int index) {
        var entries = entries(edit.playlist().value());
        assertThat(entries).as("held before %s", edit).noneMatch(entry -> entry.track.equals(track));
        entries.add(index == 0 ? 0 : position(edit, index - 1) + 1, new Entry(track, edit.world()));
    }

    private void remove(PlaylistEdit edit, TrackId track, int index) {
        var position = position(edit, index);
        var entry = entries(edit.playlist().value()).remove(position);
        assertThat(entry).as("removed by %s", edit).isEqualTo(new Entry(track, edit.world()));
    }

    private int position(PlaylistEdit edit, int index) {
        var entries = entries(edit.playlist().value());
        var left = index;
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).world.seenIn(edit.world().view()) && left-- == 0) {
                return i;
            }
        }
        throw new AssertionError("no such index: " + edit + " in " + entries);
    }
}
