package chorus.state.playlists;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.PlaylistState.Life;
import chorus.worlds.WorldSet;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one playlist: (state, edit) → (state, deltas) or a refusal. Every edit subtracts exactly what earlier ones added,
 * so that counts are those of the current lists whatever happened before.
 *
 * @param pairs which pairs count
 * @param heldOut whose playlists are never counted
 * @param worlds how many there are
 */
public record PlaylistFold(WindowPairs pairs, Predicate<PlaylistId> heldOut, int worlds) {

    /**
     * Applies {@code edit} to {@code state}.
     *
     * @param campaign the number of the edit's campaign, above {@link Entries#MOST_CAMPAIGNS} where there is none left; 0 for none
     * @param known whether a track id is known; an edit that names an unknown one is refused
     */
    public Outcome apply(PlaylistState state, PlaylistEdit edit, int campaign, IntPredicate known) {
        if (edit.sequence() != state.lastSequence() + 1) {
            return outOfOrder(state, edit.sequence());
        }
        var looked = state.at(edit.sequence());
        if (!isCounted(edit.worlds())) {
            return new Outcome.Refused(looked, Reason.UNKNOWN_WORLD);
        }
        if (campaign > Entries.MOST_CAMPAIGNS) {
            return new Outcome.Refused(looked, Reason.TOO_MANY_CAMPAIGNS);
        }
        return switch (edit.change()) {
            case Change.Created c -> create(looked, edit);
            case Change.Deleted d -> delete(looked, edit);
            case Change.Inserted inserted ->
                living(looked, inserted.track(), known) ? insert(looked, edit, inserted, campaign) : dead(looked);
            case Change.Removed(TrackId track, int index) ->
                living(looked, track, known) ? remove(looked, edit, track.value(), index) : dead(looked);
            case Change.Moved(TrackId track, int from, int to) ->
                living(looked, track, known) ? move(looked, edit, track.value(), from, to) : dead(looked);
        };
    }

    /**
     * What a playlist comes to that is created and given one track after the other, each behind the last, in all worlds: the same as
     * so many edits, at once.
     *
     * @param tracks distinct known ones
     */
    public Outcome.Applied found(PlaylistId playlist, int[] tracks) {
        var deltas = new Deltas();
        if (!heldOut.test(playlist)) {
            pairs.all(tracks, 1, WorldSet.ALL.bits(), deltas);
            for (var track : tracks) {
                deltas.track(track, 1, WorldSet.ALL.bits());
            }
        }
        var entries = Arrays.stream(tracks)
                .mapToLong(track -> Entries.pack(track, 0, WorldSet.ALL))
                .toArray();
        return new Outcome.Applied(PlaylistState.UNBORN.at(1L + tracks.length).with(entries), deltas);
    }

    private static Outcome outOfOrder(PlaylistState state, long sequence) {
        if (sequence <= state.lastSequence()) {
            return new Outcome.Refused(state, Reason.REPEATED);
        }
        return sequence - state.lastSequence() > PlaylistEdit.LONGEST_GAP
                ? new Outcome.Refused(state, Reason.SEQUENCE_TOO_FAR)
                : new Outcome.Refused(state.at(sequence), Reason.GAP);
    }

    /** Whether it is a set of worlds that there are, or of all but some. */
    private boolean isCounted(WorldSet set) {
        return WorldSet.isValid(set.bits())
                && (set.bits() & existing()) != 0
                && (set.bits() < 0 || (set.bits() & ~existing()) == 0);
    }

    private int existing() {
        return (1 << worlds) - 1;
    }

    /** The bits of a set, those of worlds that do not exist as the twin's: so that what it lacks are worlds that there are. */
    private int counted(WorldSet set) {
        return set.has(0) ? set.bits() | ~existing() : set.bits() & existing();
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
        if (!edit.worlds().isAll()) {
            return new Outcome.Refused(state, Reason.NOT_IN_ALL_WORLDS);
        }
        return state.life() == Life.UNBORN
                ? new Outcome.Applied(state.with(Entries.NONE), new Deltas())
                : new Outcome.Refused(state, Reason.ALREADY_CREATED);
    }

    private Outcome delete(PlaylistState state, PlaylistEdit edit) {
        if (!edit.worlds().isAll()) {
            return new Outcome.Refused(state, Reason.NOT_IN_ALL_WORLDS);
        }
        if (state.life() != Life.ALIVE) {
            return new Outcome.Refused(state, state.life() == Life.UNBORN ? Reason.UNKNOWN_PLAYLIST : Reason.DELETED);
        }
        var deltas = new Deltas();
        if (!heldOut.test(edit.playlist())) {
            contributions()
                    .add(
                            Nearby.all(state.entries()),
                            WorldSet.ALL.bits(),
                            (view, set, into) -> pairs.all(view.tracks(), -1, set, into),
                            deltas);
            for (var entry : state.entries()) {
                deltas.track(Entries.track(entry), -1, counted(Entries.worlds(entry)));
            }
        }
        return new Outcome.Applied(state.deleted(), deltas);
    }

    private Outcome insert(PlaylistState state, PlaylistEdit edit, Change.Inserted inserted, int campaign) {
        var track = inserted.track().value();
        if (Entries.holds(state.entries(), track, edit.worlds())) {
            return new Outcome.Refused(state, Reason.ALREADY_HELD);
        }
        if (state.entries().length >= PlaylistEdit.MOST_ENTRIES) {
            return new Outcome.Refused(state, Reason.FULL);
        }
        var world = edit.worlds().lowest();
        var position = inserted.beforeSuccessor()
                ? before(state.entries(), world, inserted.index())
                : after(state.entries(), world, inserted.index());
        if (position < 0) {
            return new Outcome.Refused(state, Reason.OUT_OF_BOUNDS);
        }
        var after = Entries.with(state.entries(), position, Entries.pack(track, campaign, edit.worlds()));
        var deltas = new Deltas();
        contribute(edit, after, position, 1, deltas);
        return new Outcome.Applied(state.with(after), deltas);
    }

    private Outcome remove(PlaylistState state, PlaylistEdit edit, int track, int index) {
        var position = Entries.position(state.entries(), edit.worlds().lowest(), index);
        var fault = fault(state.entries(), position, track, edit.worlds());
        if (fault != null) {
            return new Outcome.Refused(state, fault);
        }
        var deltas = new Deltas();
        contribute(edit, state.entries(), position, -1, deltas);
        return new Outcome.Applied(state.with(Entries.without(state.entries(), position)), deltas);
    }

    private Outcome move(PlaylistState state, PlaylistEdit edit, int track, int from, int to) {
        var world = edit.worlds().lowest();
        var position = Entries.position(state.entries(), world, from);
        var fault = fault(state.entries(), position, track, edit.worlds());
        if (fault != null) {
            return new Outcome.Refused(state, fault);
        }
        var between = Entries.without(state.entries(), position);
        var target = after(between, world, to);
        if (target < 0) {
            return new Outcome.Refused(state, Reason.OUT_OF_BOUNDS);
        }
        var after = Entries.with(between, target, state.entries()[position]);
        var deltas = new Deltas();
        contribute(edit, state.entries(), position, -1, deltas);
        contribute(edit, after, target, 1, deltas);
        return new Outcome.Applied(state.with(after), deltas);
    }

    /** Directly after the predecessor in a world's view; −1 where the index lies outside it. */
    private static int after(long[] entries, int world, int index) {
        if (index <= 0) {
            return index;
        }
        var predecessor = Entries.position(entries, world, index - 1);
        return predecessor < 0 ? -1 : predecessor + 1;
    }

    /** Directly before the successor in a world's view; where there is none, after the predecessor. */
    private static int before(long[] entries, int world, int index) {
        var successor = index < 0 ? -1 : Entries.position(entries, world, index);
        return successor < 0 ? after(entries, world, index) : successor;
    }

    private static @Nullable Reason fault(long[] entries, int position, int track, WorldSet worlds) {
        if (position < 0) {
            return Reason.OUT_OF_BOUNDS;
        }
        if (Entries.track(entries[position]) != track) {
            return Reason.NOT_THERE;
        }
        return Entries.worlds(entries[position]).equals(worlds) ? null : Reason.OTHER_WORLDS;
    }

    private void contribute(PlaylistEdit edit, long[] entries, int position, int sign, Deltas deltas) {
        if (heldOut.test(edit.playlist())) {
            return;
        }
        var set = counted(edit.worlds());
        contributions()
                .add(
                        Nearby.around(entries, position, pairs.window() + 1),
                        set,
                        (view, some, into) -> pairs.contribute(view.tracks(), view.index(), sign, some, into),
                        deltas);
        deltas.track(Entries.track(entries[position]), sign, set);
    }

    private Contributions contributions() {
        return new Contributions(worlds);
    }
}
