package chorus.topology.counts;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.state.Place;
import chorus.state.counts.CountSizes;
import chorus.state.counts.CountStage;
import chorus.state.counts.CountStores;
import chorus.state.wire.DeltaWire.Malformed;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Refusing;
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

    private final Refusing<FromCounts> refusing;
    private final ProcessorContext<byte[], FromCounts> context;
    private final CountStage stage;

    CountPairs(Events events, Work work, Settings settings, ProcessorContext<byte[], FromCounts> context) {
        this.context = context;
        refusing = new Refusing<>(events.refused(), work, FromCounts.Refusal::new, context);
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
            refusing.refuse(record, "no value");
            return;
        }
        try {
            stage.take(record.value());
        } catch (Malformed fault) {
            refusing.refuse(record, String.valueOf(fault.getMessage()));
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
