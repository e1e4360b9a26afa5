package chorus.topology.edits;

import chorus.config.Settings;
import chorus.epochs.Home;
import chorus.events.Codec;
import chorus.events.Events;
import chorus.events.UndecodableException;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.LogRules;
import chorus.playlist.PlaylistEdit;
import chorus.state.Place;
import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.EditRules;
import chorus.state.edits.EditStage;
import chorus.state.edits.EditStores;
import chorus.state.edits.Verdict;
import chorus.state.playlists.Reason;
import chorus.topology.engine.Homes;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Refusing;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.StreamStore;
import chorus.topology.engine.Work;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first stage bound to its topics and stores: decodes a record, has it applied, forwards deltas or a refusal. */
final class ApplyEdits implements Lifetime<byte[]> {
    static final String PLAYLISTS = "playlists";
    static final String HELD_OUT = "held-out-rows";
    static final String LEDGER = "edit-ledger";

    private static final Logger LOG = LoggerFactory.getLogger(ApplyEdits.class);

    private final Codec<LogEntry> entries;
    private final Refusing<FromEdits> refusing;
    private final Work work;
    private final ProcessorContext<byte[], FromEdits> context;
    private final EditStage stage;
    private final LogRules rules;
    private final Home home;
    private boolean toldOfMarks;

    /** How records are read and judged. */
    record Setup(Events events, EditRules rules, Work work, Settings settings) {}

    ApplyEdits(Setup setup, ProcessorContext<byte[], FromEdits> context) {
        this.context = context;
        entries = setup.events.edits();
        refusing = new Refusing<>(setup.events.refused(), setup.work, FromEdits.Refusal::new, context);
        work = setup.work;
        rules = setup.settings.logRules();
        var place = place(setup.settings, context);
        home = Homes.of(place.partition(), place.partitions());
        stage = new EditStage(
                new EditStores(
                        StreamStore.of(context, PLAYLISTS),
                        StreamStore.of(context, HELD_OUT),
                        StreamStore.of(context, LEDGER)),
                setup.rules,
                place,
                new PublishPlaylists(setup.events.playlists(), context));
    }

    private static Place place(Settings settings, ProcessorContext<?, ?> context) {
        return new Place(
                context.taskId().partition(),
                settings.kafka().partitions(),
                settings.countedWorlds().names());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (decode(record)) {
            case Decoded.Entry(PlaylistEdit edit) -> edit(record, edit);
            case Decoded.Entry(EpochEnded mark) -> mark(record, mark);
            case Decoded.Fault(String reason) -> {
                stage.unreadable();
                refusing.refuse(record, reason);
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
            var entry = entries.decode(record.value());
            var fault = rules.fault(record.key(), entry, home);
            return fault == null ? new Decoded.Entry(entry) : new Decoded.Fault(fault);
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
            case Verdict.Rejected(Reason reason) -> refusing.refuse(record, name(reason));
        }
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void mark(Record<byte[], byte[]> record, EpochEnded mark) {
        var open = stage.open();
        var again = stage.holds(mark);
        if (!stage.end(mark)) {
            refusing.refuse(record, again ? "ended-before" : "epoch-too-far");
        }
        if (again) {
            tell(mark);
        }
        for (var epoch = open; epoch < stage.open(); epoch++) {
            context.forward(record.withValue(new FromEdits.Ended(epoch)));
        }
    }

    /** The edits between the two marks are refused, and kept, as of an epoch that has ended. */
    private void tell(EpochEnded mark) {
        if (!toldOfMarks) {
            var at = context.recordMetadata().orElseThrow();
            LOG.warn(
                    "topic {}, partition {}, offset {}: writer {} ends epoch {} once more: where somebody else did so before,"
                            + " its edits since then are refused as epoch-ended (told once)",
                    at.topic(),
                    at.partition(),
                    at.offset(),
                    mark.writer(),
                    mark.epoch());
            toldOfMarks = true;
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
            work.rounds().commitSoon(context);
        }
    }

    @Override
    public void save() {
        stage.save();
    }
}
