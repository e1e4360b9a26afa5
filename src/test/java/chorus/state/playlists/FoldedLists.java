package chorus.state.playlists;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.state.Counts;
import chorus.state.RandomEdits;
import chorus.state.cooccurrence.WindowPairs;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The fold's playlists, with the sums of all deltas by world. */
final class FoldedLists {
    static final HeldOut HELD_OUT = new HeldOut(1, 0.3, 20);

    private final PlaylistFold fold;
    private final Map<Long, PlaylistState> states = new HashMap<>();
    private final List<String> campaigns = new ArrayList<>();
    private final List<Counts> counts;

    FoldedLists(int worlds, int window) {
        fold = new PlaylistFold(new WindowPairs(window), HELD_OUT::holds, worlds);
        counts = IntStream.range(0, worlds).mapToObj(world -> new Counts()).toList();
    }

    Outcome apply(PlaylistEdit edit) {
        var outcome = fold.apply(state(edit.playlist().value()), edit, campaign(edit), RandomEdits::known);
        states.put(edit.playlist().value(), outcome.state());
        if (outcome instanceof Outcome.Applied applied) {
            for (var world = 0; world < counts.size(); world++) {
                counts.get(world).add(applied.deltas(), world);
            }
        }
        return outcome;
    }

    /** Applies the next edit of a playlist. */
    Outcome edit(long id, WorldSet set, Change change) {
        var sequence = state(id).lastSequence() + 1;
        return apply(new PlaylistEdit(new PlaylistId(id), new ListenerId(id), 0, 0, sequence, set, null, change));
    }

    private PlaylistState state(long id) {
        return states.getOrDefault(id, PlaylistState.UNBORN);
    }

    private int campaign(PlaylistEdit edit) {
        if (edit.campaign() == null) {
            return 0;
        }
        if (!campaigns.contains(edit.campaign())) {
            campaigns.add(edit.campaign());
        }
        return campaigns.indexOf(edit.campaign()) + 1;
    }

    int[] view(long id, int world) {
        return Entries.view(state(id).entries(), world);
    }

    Counts counts(int world) {
        return counts.get(world);
    }

    /** By world; they change with every edit. */
    List<Counts> counts() {
        return counts;
    }

    List<Counts> copyOfCounts() {
        return counts.stream().map(FoldedLists::copy).toList();
    }

    private static Counts copy(Counts counts) {
        var copy = new Counts();
        counts.pairs()
                .forEach((from, row) ->
                        row.forEach((to, count) -> copy.addPair(from, to, count.window(), count.adjacent())));
        counts.tracks().forEach(copy::addTrack);
        return copy;
    }
}
