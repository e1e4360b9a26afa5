package chorus.state.playlists;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.PlaylistState.Life;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one playlist: (state, edit) → (state, deltas) or a refusal. Every edit subtracts exactly what earlier ones added,
 * so that counts are those of the current lists whatever happened before.
 *
 * @param pairs which pairs count
 * @param heldOut whose playlists are never counted
 */
public record PlaylistFold(WindowPairs pairs, HeldOut heldOut) {

    /**
     * Applies {@code edit} to {@code state}.
     *
     * @param known whether a track id is known; an edit that names an unknown one is refused
     */
    public Outcome apply(PlaylistState state, PlaylistEdit edit, IntPredicate known) {
        if (edit.sequence() <= state.lastSequence()) {
            return new Outcome.Refused(state, Reason.REPEATED);
        }
        var looked = state.at(edit.sequence());
        if (edit.sequence() != state.lastSequence() + 1) {
            return new Outcome.Refused(looked, Reason.GAP);
        }
        return switch (edit.change()) {
            case Change.Created c -> create(looked, edit);
            case Change.Deleted d -> delete(looked, edit);
            case Change.Inserted(TrackId track, int index) ->
                living(looked, track, known) ? insert(looked, edit, track.value(), index) : dead(looked);
            case Change.Removed(TrackId track, int index) ->
                living(looked, track, known) ? remove(looked, edit, track.value(), index) : dead(looked);
            case Change.Moved(TrackId track, int from, int to) ->
                living(looked, track, known) ? move(looked, edit, track.value(), from, to) : dead(looked);
        };
    }

    private static boolean living(PlaylistState state, TrackId track, IntPredicate known) {
        return state.life() == Life.ALIVE && known.test(track.value());
    }

    private static Outcome dead(PlaylistState state) {
        var reason =
                switch (state.life()) {
                    case UNBORN -> Reason.UNKNOWN_PLAYLIST;
                    case DELETED -> Reason.DELETED;
                    case ALIVE -> Reason.UNKNOWN_TRACK;
                };
        return new Outcome.Refused(state, reason);
    }

    private static Outcome create(PlaylistState state, PlaylistEdit edit) {
        if (edit.world() != World.BOTH) {
            return new Outcome.Refused(state, Reason.ONE_WORLD_ONLY);
        }
        return state.life() == Life.UNBORN
                ? new Outcome.Applied(state.with(Entries.NONE), new Deltas())
                : new Outcome.Refused(state, Reason.ALREADY_CREATED);
    }

    private Outcome delete(PlaylistState state, PlaylistEdit edit) {
        if (edit.world() != World.BOTH) {
            return new Outcome.Refused(state, Reason.ONE_WORLD_ONLY);
        }
        if (state.life() != Life.ALIVE) {
            return new Outcome.Refused(state, state.life() == Life.UNBORN ? Reason.UNKNOWN_PLAYLIST : Reason.DELETED);
        }
        var deltas = new Deltas();
        if (!heldOut.holds(edit.playlist())) {
            CountedViews.of(state.entries(), World.BOTH).forEach((view, list) -> {
                pairs.removeAll(list, view, deltas);
                for (var track : list) {
                    deltas.track(track, -1, view);
                }
            });
        }
        return new Outcome.Applied(state.deleted(), deltas);
    }

    private Outcome insert(PlaylistState state, PlaylistEdit edit, int track, int index) {
        if (Entries.holds(state.entries(), track, edit.world())) {
            return new Outcome.Refused(state, Reason.ALREADY_HELD);
        }
        var position = insertionPosition(state.entries(), edit.world(), index);
        if (position < 0) {
            return new Outcome.Refused(state, Reason.OUT_OF_BOUNDS);
        }
        var after = Entries.with(state.entries(), position, Entries.pack(track, edit.world()));
        var deltas = new Deltas();
        contribute(edit, after, position, 1, deltas);
        return new Outcome.Applied(state.with(after), deltas);
    }

    private Outcome remove(PlaylistState state, PlaylistEdit edit, int track, int index) {
        var position = Entries.position(state.entries(), edit.world().view(), index);
        var fault = fault(state.entries(), position, track, edit.world());
        if (fault != null) {
            return new Outcome.Refused(state, fault);
        }
        var deltas = new Deltas();
        contribute(edit, state.entries(), position, -1, deltas);
        return new Outcome.Applied(state.with(Entries.without(state.entries(), position)), deltas);
    }

    private Outcome move(PlaylistState state, PlaylistEdit edit, int track, int from, int to) {
        var position = Entries.position(state.entries(), edit.world().view(), from);
        var fault = fault(state.entries(), position, track, edit.world());
        if (fault != null) {
            return new Outcome.Refused(state, fault);
        }
        var between = Entries.without(state.entries(), position);
        var target = insertionPosition(between, edit.world(), to);
        if (target < 0) {
            return new Outcome.Refused(state, Reason.OUT_OF_BOUNDS);
        }
        var after = Entries.with(between, target, state.entries()[position]);
        var deltas = new Deltas();
        contribute(edit, state.entries(), position, -1, deltas);
        contribute(edit, after, target, 1, deltas);
        return new Outcome.Applied(state.with(after), deltas);
    }

    /** Directly after the predecessor in the edit's view; −1 where the index lies outside it. */
    private static int insertionPosition(int[] entries, World world, int index) {
        if (index <= 0) {
            return index;
        }
        var predecessor = Entries.position(entries, world.view(), index - 1);
        return predecessor < 0 ? -1 : predecessor + 1;
    }

    private static @Nullable Reason fault(int[] entries, int position, int track, World world) {
        if (position < 0) {
            return Reason.OUT_OF_BOUNDS;
        }
        if (Entries.track(entries[position]) != track) {
            return Reason.NOT_THERE;
        }
        return Entries.world(entries[position]) == world ? null : Reason.NOT_IN_BOTH_WORLDS;
    }

    private void contribute(PlaylistEdit edit, int[] entries, int position, int sign, Deltas deltas) {
        if (heldOut.holds(edit.playlist())) {
            return;
        }
        CountedViews.of(entries, edit.world()).forEach((view, list) -> {
            var index = view == World.BOTH ? position : Entries.index(entries, view, position);
            pairs.contribute(list, index, sign, view, deltas);
            deltas.track(list[index], sign, view);
        });
    }
}
