package chorus.experiment;

import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.World;
import chorus.retrain.RowBook;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.state.playlists.Entries;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** All playlists of a run, the held-out ones that changed since they were last published, and the tallies of their mark. */
public final class HeapPlaylists {
    private final PlaylistFold fold;
    private final Map<PlaylistId, PlaylistState> states = new HashMap<>();
    private final Set<PlaylistId> changed = new HashSet<>();
    private long training;
    private long heldOut;
    private long applied;
    private long refused;

    public HeapPlaylists(PlaylistFold fold) {
        this.fold = fold;
    }

    public Outcome apply(PlaylistEdit edit, IntPredicate known) {
        var before = states.getOrDefault(edit.playlist(), PlaylistState.UNBORN);
        var outcome = fold.apply(before, edit, known);
        states.put(edit.playlist(), outcome.state());
        switch (outcome) {
            case Outcome.Refused _ -> refused++;
            case Outcome.Applied(var after, var _) -> count(edit.playlist(), alive(after) - alive(before));
        }
        return outcome;
    }

    private void count(PlaylistId playlist, int alive) {
        applied++;
        if (fold.heldOut().holds(playlist)) {
            heldOut += alive;
            changed.add(playlist);
        } else {
            training += alive;
        }
    }

    /** An edit was refused before the fold saw it. */
    void countRefusal() {
        refused++;
    }

    private static int alive(PlaylistState state) {
        return state.life() == Life.ALIVE ? 1 : 0;
    }

    /** Hands over the held-out playlists that changed since the last time, then the mark of the epoch that ends here. */
    public void publish(long epoch, RowBook book) {
        changed.forEach(playlist -> publish(playlist, book));
        changed.clear();
        book.accept(new PlaylistsMark(epoch, 0, 1, training, heldOut, applied, refused));
    }

    private void publish(PlaylistId playlist, RowBook book) {
        var state = states.getOrDefault(playlist, PlaylistState.UNBORN);
        if (state.life() == Life.ALIVE) {
            var factual = Entries.view(state.entries(), World.FACTUAL);
            var counterfactual = Entries.view(state.entries(), World.COUNTERFACTUAL);
            book.accept(new PlaylistRow(playlist.value(), factual, counterfactual));
        } else {
            book.removePlaylist(playlist.value());
        }
    }
}
