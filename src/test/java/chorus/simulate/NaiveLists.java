package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies edits, as the worlds are defined, to sequences of entries, and checks that each one fits. */
final class NaiveLists {
    static final int TWIN = 0;

    record Entry(TrackId track, WorldSet worlds, @Nullable String campaign) {}

    private final Map<Long, List<Entry>> playlists = new TreeMap<>();
    private final Map<Long, Long> sequences = new HashMap<>();

    NaiveLists copy() {
        var copy = new NaiveLists();
        playlists.forEach((id, entries) -> copy.playlists.put(id, new ArrayList<>(entries)));
        copy.sequences.putAll(sequences);
        return copy;
    }

    /** The contents of all playlists in a world. */
    Map<Long, List<TrackId>> view(int world) {
        var contents = new TreeMap<Long, List<TrackId>>();
        playlists.forEach((id, entries) -> contents.put(
                id,
                entries.stream()
                        .filter(entry -> entry.worlds.has(world))
                        .map(Entry::track)
                        .toList()));
        return contents;
    }

    /** An entry, and who of a world and the twin sees it. */
    record Seen(
            TrackId track,
            boolean inTwin,
            boolean inWorld,
            @Nullable String campaign) {}

    /** What a world and the twin see, in one order. */
    Map<Long, List<Seen>> besideTheTwin(int world) {
        var contents = new TreeMap<Long, List<Seen>>();
        playlists.forEach((id, entries) -> contents.put(
                id,
                entries.stream()
                        .filter(entry -> entry.worlds.has(world) || entry.worlds.has(TWIN))
                        .map(entry ->
                                new Seen(entry.track, entry.worlds.has(TWIN), entry.worlds.has(world), entry.campaign))
                        .toList()));
        return contents;
    }

    long entries(int world) {
        return view(world).values().stream().mapToLong(List::size).sum();
    }

    int length(long playlist, int world) {
        return positions(entries(playlist), world).size();
    }

    private List<Entry> entries(long playlist) {
        return Objects.requireNonNull(playlists.get(playlist), () -> "playlist " + playlist + " is not there");
    }

    void apply(PlaylistEdit edit) {
        var id = edit.playlist().value();
        assertThat(edit.sequence()).as("sequence of %s", edit).isEqualTo(sequences.merge(id, 1L, Long::sum));
        assertThat(WorldSet.isValid(edit.worlds().bits()))
                .as("worlds of %s", edit)
                .isTrue();
        assertThat(playlists.containsKey(id))
                .as("existence before %s", edit)
                .isNotEqualTo(edit.change() instanceof Change.Created);
        switch (edit.change()) {
            case Change.Created() -> {
                assertThat(edit.worlds().isAll()).isTrue();
                playlists.put(id, new ArrayList<>());
            }
            case Change.Deleted() -> {
                assertThat(edit.worlds().isAll()).isTrue();
                playlists.remove(id);
            }
            case Change.Inserted(var track, var index, var before) -> {
                assertThat(entries(id))
                        .as("held before %s", edit)
                        .noneMatch(entry -> entry.track.equals(track) && entry.worlds.meets(edit.worlds()));
                insert(edit, new Entry(track, edit.worlds(), edit.campaign()), index, before);
            }
            case Change.Removed(var track, var index) -> remove(edit, track, index);
            case Change.Moved(var track, var from, var to) -> insert(edit, remove(edit, track, from), to, false);
        }
    }

    private void insert(PlaylistEdit edit, Entry entry, int index, boolean before) {
        var entries = entries(edit.playlist().value());
        var seen = positions(entries, edit.worlds().lowest());
        assertThat(index).as("index of %s in %s", edit, entries).isBetween(0, seen.size());
        if (before && index < seen.size()) {
            entries.add(seen.get(index), entry);
        } else {
            entries.add(index == 0 ? 0 : seen.get(index - 1) + 1, entry);
        }
    }

    private Entry remove(PlaylistEdit edit, TrackId track, int index) {
        var entries = entries(edit.playlist().value());
        var seen = positions(entries, edit.worlds().lowest());
        assertThat(index).as("index of %s in %s", edit, entries).isBetween(0, seen.size() - 1);
        var entry = entries.remove((int) seen.get(index));
        assertThat(entry).as("removed by %s", edit).isEqualTo(new Entry(track, edit.worlds(), edit.campaign()));
        return entry;
    }

    private static List<Integer> positions(List<Entry> entries, int world) {
        var positions = new ArrayList<Integer>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            if (entries.get(i).worlds.has(world)) {
                positions.add(i);
            }
        }
        return positions;
    }
}
