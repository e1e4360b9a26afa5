package chorus.state.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.TrackId;
import chorus.state.NaiveLists;
import chorus.state.NaiveLists.Entry;
import chorus.state.RandomEdits;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of worlds: what happens in others leaves no trace in a world's counts. */
class LawOfWorldsTest {
    private static final int PLAYLISTS = 6;
    private static final int EDITS = 250;
    private static final int WORLDS = 4;

    static Stream<Arguments> seedsAndWindows() {
        return IntStream.range(0, 25).boxed().flatMap(seed -> Stream.of(1, 2, 3, 10)
                .map(window -> Arguments.of(seed, window)));
    }

    /** Each world against a fold of it alone, to which only the edits that it sees are told. */
    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void aWorldsCountsAreThoseOfTheEditsThatItSees(long seed, int window) {
        var drawn = new RandomEdits(seed, PLAYLISTS, 0.2, WORLDS);
        var all = new FoldedLists(WORLDS, window);
        var alone = IntStream.range(0, WORLDS)
                .mapToObj(world -> new FoldedLists(1, window))
                .toList();
        for (var i = 0; i < EDITS; i++) {
            var edit = drawn.draw();
            var before = drawn.lists().entries(edit.playlist().value());
            drawn.lists().apply(edit, RandomEdits::known);
            if (all.apply(edit) instanceof Outcome.Applied) {
                for (var world = 0; world < WORLDS; world++) {
                    if (edit.worlds().has(world)) {
                        retell(edit, projectedToOne(edit, before, world), WorldSet.ALL, alone.get(world));
                    }
                }
            }
        }
        for (var world = 0; world < WORLDS; world++) {
            assertThat(all.counts(world))
                    .as("world %d", world)
                    .isEqualTo(alone.get(world).counts(0));
        }
    }

    private static void retell(PlaylistEdit edit, Change change, WorldSet set, FoldedLists other) {
        assertThat(other.edit(edit.playlist().value(), set, change)).isInstanceOf(Outcome.Applied.class);
    }

    /** The change with its indices in the view of {@code world}: its place is behind as many of the entries that it sees. */
    private static Change projectedToOne(PlaylistEdit edit, List<Entry> entries, int world) {
        var own = edit.worlds().lowest();
        return switch (edit.change()) {
            case Change.Created created -> created;
            case Change.Deleted deleted -> deleted;
            case Change.Inserted inserted ->
                new Change.Inserted(
                        inserted.track(),
                        seen(entries, place(entries, own, inserted), world).size());
            case Change.Removed(var track, var index) -> new Change.Removed(track, index(entries, track, world));
            case Change.Moved(var track, var from, var to) -> {
                var left = without(entries, own, from);
                var place = place(left, own, new Change.Inserted(track, to));
                yield new Change.Moved(
                        track,
                        index(entries, track, world),
                        seen(left, place, world).size());
            }
        };
    }

    /** Before which entry of all worlds an insertion in the view of {@code world} comes to stand. */
    private static int place(List<Entry> entries, int world, Change.Inserted inserted) {
        var index = inserted.index();
        if (inserted.beforeSuccessor()
                && index < seen(entries, entries.size(), world).size()) {
            return position(entries, world, index);
        }
        return index == 0 ? 0 : position(entries, world, index - 1) + 1;
    }

    private static int position(List<Entry> entries, int world, int index) {
        return seen(entries, entries.size(), world).get(index);
    }

    /** Positions before {@code end} of the entries that a world sees. */
    private static List<Integer> seen(List<Entry> entries, int end, int world) {
        return IntStream.range(0, end)
                .filter(i -> entries.get(i).worlds().has(world))
                .boxed()
                .toList();
    }

    private static List<Entry> without(List<Entry> entries, int world, int index) {
        var gone = position(entries, world, index);
        return IntStream.range(0, entries.size())
                .filter(i -> i != gone)
                .mapToObj(entries::get)
                .toList();
    }

    /** Index of {@code track} in a world's view. */
    private static int index(List<Entry> entries, TrackId track, int world) {
        return entries.stream()
                .filter(entry -> entry.worlds().has(world))
                .map(Entry::track)
                .toList()
                .indexOf(track.value());
    }

    /**
     * Each world against a fold of it and the twin, to which only the edits that one of them sees are told. As with the places that
     * campaigns choose, the entry next to which something comes to stand is seen by every world that the edit is of.
     */
    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void aWorldBesideTheTwinCountsWhatItCountsAmongMany(long seed, int window) {
        var drawn = new RandomEdits(seed, PLAYLISTS, 0.1, WORLDS);
        var all = new FoldedLists(WORLDS, window);
        var retold = 0;
        var pairs = IntStream.range(0, WORLDS)
                .mapToObj(world -> new FoldedLists(2, window))
                .toList();
        for (var i = 0; i < EDITS; i++) {
            var edit = drawn.draw();
            var before = drawn.lists().entries(edit.playlist().value());
            if (standsByWhatAllSee(edit, before)) {
                drawn.lists().apply(edit, RandomEdits::known);
                if (all.apply(edit) instanceof Outcome.Applied) {
                    besideTheTwin(edit, before, pairs);
                    retold++;
                    same(drawn.lists(), edit.playlist().value(), pairs);
                }
            }
        }
        assertThat(retold).isGreaterThan(EDITS / 3);
        for (var world = 1; world < WORLDS; world++) {
            assertThat(pairs.get(world).counts(1)).as("world %d", world).isEqualTo(all.counts(world));
            assertThat(pairs.get(world).counts(0)).as("twin beside %d", world).isEqualTo(all.counts(0));
        }
    }

    private static void same(NaiveLists lists, long id, List<FoldedLists> pairs) {
        for (var world = 1; world < WORLDS; world++) {
            assertThat(pairs.get(world).view(id, 0)).isEqualTo(lists.view(id, 0));
            assertThat(pairs.get(world).view(id, 1)).isEqualTo(lists.view(id, world));
        }
    }

    private static void besideTheTwin(PlaylistEdit edit, List<Entry> before, List<FoldedLists> pairs) {
        for (var world = 1; world < WORLDS; world++) {
            var set = new WorldSet((edit.worlds().has(0) ? 1 : 0)
                    | (edit.worlds().has(world) ? 2 : 0)
                    | (edit.worlds().has(31) ? ~3 : 0));
            if (set.has(0) || set.has(1)) {
                retell(edit, projectedToTwo(edit, before, set.has(0) ? 0 : world), set, pairs.get(world));
            }
        }
    }

    /** Whether the entry that decides the place of what is inserted or moved is one that all worlds of the edit see. */
    private static boolean standsByWhatAllSee(PlaylistEdit edit, List<Entry> entries) {
        if (edit.worlds().isEmpty() || edit.worlds().has(0)) {
            return true;
        }
        var own = edit.worlds().lowest();
        return switch (edit.change()) {
            case Change.Created created -> true;
            case Change.Deleted deleted -> true;
            case Change.Removed removed -> true;
            case Change.Inserted inserted -> allSee(edit.worlds(), entries, inserted);
            case Change.Moved(var track, var from, var to) ->
                from < 0
                        || from >= seen(entries, entries.size(), own).size()
                        || allSee(edit.worlds(), without(entries, own, from), new Change.Inserted(track, to));
        };
    }

    private static boolean allSee(WorldSet set, List<Entry> entries, Change.Inserted inserted) {
        var length = seen(entries, entries.size(), set.lowest()).size();
        var before = inserted.beforeSuccessor() && inserted.index() < length;
        var anchor = before ? inserted.index() : inserted.index() - 1;
        if (anchor < 0 || anchor >= length) {
            return true;
        }
        var seeing = entries.get(position(entries, set.lowest(), anchor)).worlds();
        return set.without(seeing).isEmpty();
    }

    /** The change with its indices in the view of {@code world}, next to the same entry. */
    private static Change projectedToTwo(PlaylistEdit edit, List<Entry> entries, int world) {
        var own = edit.worlds().lowest();
        return switch (edit.change()) {
            case Change.Created created -> created;
            case Change.Deleted deleted -> deleted;
            case Change.Inserted inserted -> besideTheSame(inserted, entries, own, world);
            case Change.Removed(var track, var index) -> new Change.Removed(track, index(entries, track, world));
            case Change.Moved(var track, var from, var to) -> {
                var left = without(entries, own, from);
                var inserted = besideTheSame(new Change.Inserted(track, to), left, own, world);
                yield new Change.Moved(track, index(entries, track, world), inserted.index());
            }
        };
    }

    private static Change.Inserted besideTheSame(Change.Inserted inserted, List<Entry> entries, int own, int world) {
        var place = place(entries, own, inserted);
        var before = inserted.beforeSuccessor()
                && inserted.index() < seen(entries, entries.size(), own).size();
        return new Change.Inserted(inserted.track(), seen(entries, place, world).size(), before);
    }
}
