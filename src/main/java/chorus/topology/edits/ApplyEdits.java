package chorus.topology.edits;

import chorus.config.Settings;
import chorus.events.Codec;
import chorus.events.Events;
import chorus.events.UndecodableException;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.rows.Refused;
import chorus.state.Place;
import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.EditRules;
import chorus.state.edits.EditStage;
import chorus.state.edits.EditStores;
import chorus.state.edits.Verdict;
import chorus.state.playlists.Reason;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Rounds;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.StreamStore;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The first stage bound to its topics and stores: decodes a record, has it applied, forwards deltas or a refusal. */
final class ApplyEdits implements Lifetime<byte[]> {
    static final String PLAYLISTS = "playlists";
    static final String HELD_OUT = "held-out-rows";
    static final String LEDGER = "edit-ledger";

    private final Codec<LogEntry> entries;
    private final Codec<Refused> refusals;
    private final Rounds rounds;
    private final ProcessorContext<byte[], FromEdits> context;
    private final EditStage stage;

    /** How records are read and judged. */
    record Setup(Events events, EditRules rules, Rounds rounds, Settings settings) {}

    ApplyEdits(Setup setup, ProcessorContext<byte[], FromEdits> context) {
        this.context = context;
        entries = setup.events.edits();
        refusals = setup.events.refused();
        rounds = setup.rounds;
        stage = new EditStage(
                new EditStores(
                        StreamStore.of(context, PLAYLISTS),
                        StreamStore.of(context, HELD_OUT),
                        StreamStore.of(context, LEDGER)),
                setup.rules,
                place(setup.settings, context),
                new PublishPlaylists(setup.events.playlists(), context));
    }

    private static Place place(Settings settings, ProcessorContext<?, ?> context) {
        return new Place(
                context.taskId().partition(),
                settings.kafka().partitions(),
                settings.allWorlds().names());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (decode(record)) {
            case Decoded.Entry(PlaylistEdit edit) -> edit(record, edit);
            case Decoded.Entry(EpochEnded mark) -> mark(record, mark);
            case Decoded.Fault(String reason) -> {
                stage.unreadable();
                refuse(record, reason);
            }
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
            return new Decoded.Entry(entries.decode(record.value()));
        } catch (UndecodableException e) {
            return new Decoded.Fault(Objects.toString(e.getMessage(), "undecodable"));
        }
    }

    private void edit(Record<byte[], byte[]> record, PlaylistEdit edit) {
        switch (stage.edit(edit)) {
            case Verdict.Accepted(long epoch, Deltas deltas) -> {
                if (!deltas.isEmpty()) {
                    context.forward(record.withValue(new FromEdits.Changes(epoch, deltas)));
                }
            }
            case Verdict.Rejected(Reason reason) -> refuse(record, name(reason));
        }
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void refuse(Record<byte[], byte[]> record, String reason) {
        var source = context.recordMetadata().orElseThrow();
        var raw = record.value() == null ? new byte[0] : record.value();
        var refused = new Refused(raw, source.topic(), source.partition(), source.offset(), reason);
        context.forward(record.withValue(new FromEdits.Refusal(refusals.encode(refused))));
    }

    private void mark(Record<byte[], byte[]> record, EpochEnded mark) {
        var open = stage.open();
        if (!stage.end(mark)) {
            refuse(record, "other-number-of-writers");
        }
        for (var epoch = open; epoch < stage.open(); epoch++) {
            context.forward(record.withValue(new FromEdits.Ended(epoch)));
        }
    }

    @Override
    public boolean isBehind() {
        return stage.isBehind();
    }

    @Override
    public void goOn(Slice slice) {
        stage.publish(slice::over);
        if (!stage.isBehind()) {
            rounds.commitSoon(context);
        }
    }

    @Override
    public void save() {
        stage.save();
    }
}
