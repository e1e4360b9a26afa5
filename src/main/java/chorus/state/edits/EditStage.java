package chorus.state.edits;

import chorus.epochs.EpochGate;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.state.Place;
import chorus.state.cooccurrence.Deltas;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.Reason;
import java.util.function.BooleanSupplier;

/**
 * The first stage of one partition, whatever runs it: applies edits to their playlists or refuses them, and at the end of an epoch
 * publishes the held-out playlists that changed in it. Edits and marks may come epochs ahead of the open one.
 */
public final class EditStage {
    private static final String KEY = "ledger";

    private final EditStores stores;
    private final EditRules rules;
    private final HeldOutPlaylists heldOut;
    private final PlaylistFold fold;
    private final Place place;
    private final PlaylistsOutput output;
    private final Playlists playlists;
    private final HeldOutRows rows;
    private final EditLedger ledger;

    /** Takes up what {@code stores} hold. */
    public EditStage(EditStores stores, EditRules rules, Place place, PlaylistsOutput output) {
        this.stores = stores;
        this.rules = rules;
        this.place = place;
        heldOut = new HeldOutPlaylists(rules.heldOut());
        fold = new PlaylistFold(rules.pairs(), heldOut, place.worlds().size());
        this.output = output;
        playlists = new Playlists(stores.playlists());
        rows = new HeldOutRows(
                stores.heldOut(), output, rules.heldOut(), place.worlds().size());
        ledger = EditLedger.of(stores.ledger().get(KEY));
    }

    /** The first epoch that has not ended. */
    public long open() {
        return ledger.gate().open();
    }

    public Verdict edit(PlaylistEdit edit) {
        var epoch = ledger.gate().epochOf(edit.epoch());
        var id = edit.playlist().value();
        var before = playlists.get(id);
        if (epoch < open() || epoch < before.lastEpoch()) {
            return reject(open(), Reason.EPOCH_ENDED);
        }
        if (epoch - open() > EpochGate.MOST_AHEAD) {
            return reject(open(), Reason.EPOCH_TOO_FAR);
        }
        return switch (fold.apply(before.during(epoch), edit, campaign(edit), rules.known())) {
            case Outcome.Refused(PlaylistState state, Reason reason) -> {
                // one that moves no sequence moves no epoch: it would keep the playlist from all edits before that one
                if (state.lastSequence() != before.lastSequence()) {
                    playlists.put(id, state);
                }
                yield reject(epoch, reason);
            }
            case Outcome.Applied applied -> {
                apply(edit, epoch, before, applied.state());
                yield new Verdict.Accepted(epoch, applied.deltas());
            }
        };
    }

    /**
     * Founds a playlist in the open epoch, as the creation and an insertion a track would do one after the other.
     *
     * @param tracks distinct known ones
     * @return what changes in the counts
     * @throws IllegalStateException where there is a playlist of the id already
     */
    public Deltas found(PlaylistId playlist, int[] tracks) {
        var before = playlists.get(playlist.value());
        if (before.life() != PlaylistState.Life.UNBORN || before.lastSequence() > 0) {
            throw new IllegalStateException("playlist " + playlist.value() + " was founded or edited before");
        }
        var founded = fold.found(playlist, tracks);
        var state = founded.state().during(open());
        playlists.put(playlist.value(), state);
        var isHeldOut = heldOut.test(playlist);
        if (isHeldOut) {
            rows.changed(open(), playlist.value(), state);
        }
        ledger.count(open(), Tallies.founded(isHeldOut, state.lastSequence()));
        return founded.deltas();
    }

    private void apply(PlaylistEdit edit, long epoch, PlaylistState before, PlaylistState after) {
        var id = edit.playlist().value();
        playlists.put(id, after);
        var isHeldOut = heldOut.test(edit.playlist());
        if (isHeldOut) {
            rows.changed(epoch, id, after);
        }
        if (edit.campaign() != null) {
            ledger.campaigns().note(edit.campaign());
        }
        ledger.count(
                epoch,
                Tallies.applied(before, after, isHeldOut, ledger.campaigns().size()));
    }

    private int campaign(PlaylistEdit edit) {
        return edit.campaign() == null ? 0 : ledger.campaigns().of(edit.campaign());
    }

    private Verdict.Rejected reject(long epoch, Reason reason) {
        ledger.count(epoch, Tallies.REFUSED);
        return new Verdict.Rejected(reason);
    }

    /** Counts a record that is neither an edit nor a mark as refused. */
    public void unreadable() {
        ledger.count(open(), Tallies.REFUSED);
    }

    /** Whether the mark has come already, or its epoch has ended. */
    public boolean holds(EpochEnded mark) {
        return ledger.gate().holds(mark);
    }

    /** Takes a mark; false where it is refused: {@link #holds} has it, or its epoch is too far. It may move {@link #open} on. */
    public boolean end(EpochEnded mark) {
        var fits = ledger.gate().ended(mark);
        if (!fits) {
            ledger.count(open(), Tallies.REFUSED);
        }
        return fits;
    }

    /** Whether an ended epoch is not published yet. */
    public boolean isBehind() {
        return ledger.published() < open();
    }

    /** Publishes what ended epochs changed, until it is to stop; the mark of each comes last. */
    public void publish(BooleanSupplier stop) {
        while (isBehind() && rows.publish(ledger.published(), stop)) {
            output.mark(ledger.publish(place));
        }
    }

    /** Stores what waits on the heap. */
    public void save() {
        playlists.save();
        stores.ledger().put(KEY, ledger.toBytes());
    }
}
