package chorus.topology.edits;

import chorus.events.Codec;
import chorus.events.Events;
import chorus.events.UndecodableException;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.rows.Refused;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.state.playlists.Reason;
import chorus.topology.edits.EditLedger.Tallies;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.Work;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Reads an edit and its playlist, calls the fold, writes the playlist and forwards deltas or a refusal. At the end of an epoch
 * it publishes the held-out playlists that changed in it, in slices, then the epoch's mark.
 */
final class ApplyEdits implements Lifetime<byte[]> {
    static final String PLAYLISTS = "playlists";
    static final String HELD_OUT = "held-out-rows";
    static final String LEDGER = "edit-ledger";
    private static final String KEY = "ledger";

    private final Rules rules;
    private final Work work;
    private final Codec<Refused> refusals;
    private final ProcessorContext<byte[], Applied> context;
    private final Playlists playlists;
    private final HeldOutRows rows;
    private final KeyValueStore<String, byte[]> ledgerStore;
    private final EditLedger ledger;

    /** Which edits can be read and apply, and among how many partitions. */
    record Rules(PlaylistFold fold, IntPredicate known, Codec<LogEntry> codec, int partitions) {}

    ApplyEdits(Rules rules, Events events, Work work, ProcessorContext<byte[], Applied> context) {
        this.rules = rules;
        this.work = work;
        this.refusals = events.refused();
        this.context = context;
        playlists = new Playlists(context.getStateStore(PLAYLISTS));
        rows = new HeldOutRows(events.playlists(), context);
        ledgerStore = context.getStateStore(LEDGER);
        ledger = EditLedger.of(ledgerStore.get(KEY));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (decode(record)) {
            case Decoded.Entry(PlaylistEdit edit) -> edit(record, edit);
            case Decoded.Entry(EpochEnded mark) -> mark(record, mark);
            case Decoded.Fault(String reason) -> refuse(record, ledger.gate().open(), reason);
        }
    }

    /** A record's value, or why it is none. */
    private sealed interface Decoded {
        record Entry(LogEntry entry) implements Decoded {}

        record Fault(String reason) implements Decoded {}
    }

    private Decoded decode(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Decoded.Fault("no value");
        }
        try {
            return new Decoded.Entry(rules.codec.decode(record.value()));
        } catch (UndecodableException e) {
            return new Decoded.Fault(Objects.toString(e.getMessage(), "undecodable"));
        }
    }

    private void edit(Record<byte[], byte[]> record, PlaylistEdit edit) {
        var open = ledger.gate().open();
        var epoch = ledger.gate().epochOf(edit);
        var id = edit.playlist().value();
        var before = playlists.get(id);
        if (epoch < open || epoch < before.lastEpoch()) {
            refuse(record, open, name(Reason.EPOCH_ENDED));
            return;
        }
        switch (rules.fold.apply(before.during(epoch), edit, rules.known)) {
            case Outcome.Refused(PlaylistState state, Reason reason) -> {
                playlists.put(id, state);
                refuse(record, epoch, name(reason));
            }
            case Outcome.Applied applied -> apply(record, edit, epoch, before, applied);
        }
    }

    private void apply(
            Record<byte[], byte[]> record,
            PlaylistEdit edit,
            long epoch,
            PlaylistState before,
            Outcome.Applied applied) {
        playlists.put(edit.playlist().value(), applied.state());
        var heldOut = rules.fold.heldOut().holds(edit.playlist());
        if (heldOut) {
            rows.changed(epoch, edit.playlist().value(), applied.state());
        }
        var alive = alive(applied.state()) - alive(before);
        ledger.count(epoch, new Tallies(heldOut ? 0 : alive, heldOut ? alive : 0, 1, 0));
        if (!applied.deltas().isEmpty()) {
            context.forward(record.withValue(new Applied.Changes(epoch, applied.deltas())));
        }
    }

    private static int alive(PlaylistState state) {
        return state.life() == Life.ALIVE ? 1 : 0;
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void refuse(Record<byte[], byte[]> record, long epoch, String reason) {
        var source = context.recordMetadata().orElseThrow();
        var raw = record.value() == null ? new byte[0] : record.value();
        var refused = new Refused(raw, source.topic(), source.partition(), source.offset(), reason);
        ledger.count(epoch, Tallies.REFUSED);
        context.forward(record.withValue(new Applied.Refusal(refusals.encode(refused))));
    }

    private void mark(Record<byte[], byte[]> record, EpochEnded mark) {
        var open = ledger.gate().open();
        if (!ledger.gate().ended(mark)) {
            refuse(record, open, "other-number-of-writers");
        }
        for (var epoch = open; epoch < ledger.gate().open(); epoch++) {
            context.forward(record.withValue(new Applied.Ended(epoch)));
        }
    }

    @Override
    public boolean isBehind() {
        return ledger.published() < ledger.gate().open();
    }

    /** Publishes what ended epochs changed, as long as a slice allows; the mark of each comes last. */
    @Override
    public void goOn(Slice slice) {
        while (isBehind()) {
            if (!rows.publish(ledger.published(), slice)) {
                return;
            }
            rows.mark(ledger.publish(context.taskId().partition(), rules.partitions));
        }
        work.rounds().commitSoon(context);
    }

    @Override
    public void save() {
        playlists.save();
        ledgerStore.put(KEY, ledger.toBytes());
    }
}
