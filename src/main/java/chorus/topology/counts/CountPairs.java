package chorus.topology.counts;

import chorus.config.Settings;
import chorus.events.Codec;
import chorus.events.Events;
import chorus.rows.Refused;
import chorus.state.Place;
import chorus.state.counts.CountSizes;
import chorus.state.counts.CountStage;
import chorus.state.counts.CountStores;
import chorus.state.wire.DeltaWire.Malformed;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.StreamStore;
import chorus.topology.engine.Work;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The second stage bound to its topics and stores. */
final class CountPairs implements Lifetime<byte[]> {
    static final String PAIRS = "pair-counts";
    static final String CHANGED = "changed-rows";
    static final String LEDGER = "count-ledger";
    static final String JOURNAL = "journal";

    private final Codec<Refused> refusals;
    private final Work work;
    private final ProcessorContext<byte[], FromCounts> context;
    private final CountStage stage;

    CountPairs(Events events, Work work, Settings settings, ProcessorContext<byte[], FromCounts> context) {
        this.work = work;
        this.context = context;
        refusals = events.refused();
        var stream = settings.stream();
        stage = new CountStage(
                new CountStores(
                        new StreamChunks(context.getStateStore(PAIRS)),
                        StreamStore.of(context, CHANGED),
                        StreamStore.of(context, JOURNAL),
                        StreamStore.of(context, LEDGER)),
                new CountSizes(stream.bufferedPairs(), stream.chunkNeighbours()),
                new Place(
                        context.taskId().partition(),
                        settings.kafka().partitions(),
                        settings.countedWorlds().names()),
                new PublishCounts(events, work, context));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            refuse(record, "no value");
            return;
        }
        try {
            stage.take(record.value());
        } catch (Malformed fault) {
            refuse(record, String.valueOf(fault.getMessage()));
        } catch (IllegalStateException forged) {
            var told = new IllegalStateException(place() + ": " + forged.getMessage());
            told.addSuppressed(forged);
            throw told;
        }
    }

    private String place() {
        var source = context.recordMetadata().orElseThrow();
        return "topic " + source.topic() + ", partition " + source.partition() + ", offset " + source.offset();
    }

    private void refuse(Record<byte[], byte[]> record, String reason) {
        work.tally().refused().run();
        var source = context.recordMetadata().orElseThrow();
        var raw = record.value() == null ? new byte[0] : record.value();
        var refused = Refused.of(raw, source.topic(), source.partition(), source.offset(), reason);
        context.forward(
                record.withKey(Refused.key(record.key())).withValue(new FromCounts.Refusal(refusals.encode(refused))));
    }

    @Override
    public boolean isBehind() {
        return stage.isBehind();
    }

    @Override
    public void goOn(Slice slice) {
        stage.goOn(slice::over);
    }

    @Override
    public void save() {
        stage.save();
    }
}
