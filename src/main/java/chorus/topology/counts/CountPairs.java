package chorus.topology.counts;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.state.Place;
import chorus.state.counts.CountSizes;
import chorus.state.counts.CountStage;
import chorus.state.counts.CountStores;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Rounds;
import chorus.topology.engine.Slices.Slice;
import chorus.topology.engine.StreamStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The second stage bound to its topics and stores. */
final class CountPairs implements Lifetime<byte[]> {
    static final String PAIRS = "pair-counts";
    static final String CHANGED = "changed-rows";
    static final String LEDGER = "count-ledger";
    static final String JOURNAL = "journal";

    private final CountStage stage;

    CountPairs(Events events, Rounds rounds, Settings settings, ProcessorContext<byte[], FromCounts> context) {
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
                        settings.allWorlds().names()),
                new PublishCounts(events, rounds, context));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        stage.take(record.value());
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
