package chorus.state.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.epochs.EpochGate;
import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.state.Counts;
import chorus.state.Counts.Count;
import chorus.state.cooccurrence.WindowPairs;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One playlist in three worlds, the twin, A and B, and what it counts in each; tracks are 1…9, of which 9 is unknown. */
final class OnePlaylist {
    static final int TWIN = 0;
    static final int IN_A = 1;
    static final int IN_B = 2;
    static final WorldSet ALL = WorldSet.ALL;
    static final WorldSet A = WorldSet.only(IN_A);
    static final WorldSet B = WorldSet.only(IN_B);

    private static final HeldOut NONE = new HeldOut(1, 0, 20);

    private final int window;
    private final List<Counts> counts = List.of(new Counts(), new Counts(), new Counts());
    private PlaylistState state = PlaylistState.UNBORN;

    OnePlaylist(int window) {
        this.window = window;
    }

    /** Creates it with these tracks. */
    OnePlaylist with(int... tracks) {
        edit(ALL, new Change.Created());
        for (var i = 0; i < tracks.length; i++) {
            edit(ALL, insert(tracks[i], i));
        }
        return this;
    }

    /** Lets it hold as many tracks as it may, none of which counts. */
    OnePlaylist full() {
        var entries = IntStream.range(10, 10_010)
                .mapToLong(track -> Entries.pack(track, 0, ALL))
                .toArray();
        state = new PlaylistState(1, 0, PlaylistState.Life.ALIVE, entries);
        return this;
    }

    Outcome edit(WorldSet set, Change change) {
        return plant(set, 0, change);
    }

    Outcome plant(WorldSet set, int campaign, Change change) {
        return edit(state.lastSequence() + 1, set, campaign, change);
    }

    Outcome edit(long sequence, WorldSet set, int campaign, Change change) {
        var edit = new PlaylistEdit(
                new PlaylistId(7), new ListenerId(1), EpochGate.BY_POSITION, 0, sequence, set, null, change);
        var fold = new PlaylistFold(new WindowPairs(window), NONE::holds, counts.size());
        var outcome = fold.apply(state, edit, campaign, track -> track < 9);
        state = outcome.state();
        if (outcome instanceof Outcome.Applied applied) {
            for (var world = 0; world < counts.size(); world++) {
                counts.get(world).add(applied.deltas(), world);
            }
        }
        return outcome;
    }

    static Change insert(int track, int index) {
        return new Change.Inserted(new TrackId(track), index);
    }

    static Change insertBefore(int track, int index) {
        return new Change.Inserted(new TrackId(track), index, true);
    }

    static Change remove(int track, int index) {
        return new Change.Removed(new TrackId(track), index);
    }

    static Change move(int track, int from, int to) {
        return new Change.Moved(new TrackId(track), from, to);
    }

    long lastSequence() {
        return state.lastSequence();
    }

    long[] entries() {
        return state.entries();
    }

    int[] view(int world) {
        return Entries.view(state.entries(), world);
    }

    /** The tracks of all worlds in their one order. */
    List<Integer> sequence() {
        return IntStream.range(0, state.entries().length)
                .mapToObj(i -> Entries.track(state.entries()[i]))
                .toList();
    }

    /** By world. */
    List<Counts> counts() {
        return counts;
    }

    Map<Integer, Map<Integer, Count>> pairs(int world) {
        return counts.get(world).pairs();
    }

    Map<Integer, Integer> tracks(int world) {
        return counts.get(world).tracks();
    }

    static Map<Integer, Map<Integer, Count>> pairsOf(int... fromToWindowAdjacent) {
        var counts = new Counts();
        for (var i = 0; i < fromToWindowAdjacent.length; i += 4) {
            counts.addPair(
                    fromToWindowAdjacent[i],
                    fromToWindowAdjacent[i + 1],
                    fromToWindowAdjacent[i + 2],
                    fromToWindowAdjacent[i + 3]);
        }
        return counts.pairs();
    }

    /** Requires a world's list, its pairs, and each of its tracks once. */
    void sees(int world, Map<Integer, Map<Integer, Count>> pairs, int... list) {
        assertThat(view(world)).as("world %d", world).containsExactly(list);
        assertThat(pairs(world)).as("world %d", world).isEqualTo(pairs);
        assertThat(tracks(world).keySet())
                .as("world %d", world)
                .containsExactlyInAnyOrderElementsOf(IntStream.of(list).boxed().toList());
        assertThat(tracks(world).values()).containsOnly(1);
    }
}
