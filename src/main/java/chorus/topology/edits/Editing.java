package chorus.topology.edits;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.events.Topic;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.edits.EditRules;
import chorus.topology.commits.CommitHook;
import chorus.topology.engine.Branch;
import chorus.topology.engine.FreshProcessor;
import chorus.topology.engine.MarkPartitioner;
import chorus.topology.engine.Work;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The first stage's part of the topology. */
public final class Editing {
    private final Settings settings;
    private final Events events;
    private final KnownTracks tracks;
    private final Work work;
    private final CommitHook hook;
    private final String prefix;

    public Editing(Settings settings, Events events, KnownTracks tracks, Work work) {
        this.settings = settings;
        this.events = events;
        this.tracks = tracks;
        this.work = work;
        this.hook = work.hook();
        this.prefix = settings.kafka().prefix();
    }

    /** Edits and tracks in; what the fold says out. */
    public KStream<byte[], FromEdits> apply(StreamsBuilder builder) {
        builder.addGlobalStore(
                KnownTracks.storeBuilder(),
                Topic.TRACKS.under(prefix),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("tracks"),
                tracks.feeder());
        return builder.stream(
                        Topic.EDITS.under(prefix),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("playlist-edits"))
                .process(new Supplier(), Named.as("apply-edits"), hook.name());
    }

    /** Refusals and held-out playlists go out. */
    public void publish(KStream<byte[], FromEdits> applied) {
        Branch.of(applied, FromEdits.Refusal.class, "refusals")
                .mapValues(FromEdits.Refusal::value, Named.as("refusal-bytes"))
                .to(
                        Topic.REFUSED.under(prefix),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("edits-refused"));
        Branch.of(applied, FromEdits.Row.class, "held-out-playlists")
                .mapValues(FromEdits.Row::value, Named.as("playlist-bytes"))
                .to(
                        Topic.PLAYLISTS.under(prefix),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withStreamPartitioner(new MarkPartitioner())
                                .withName("playlists"));
    }

    /** Deltas and marks, split by who counts them. */
    public KStream<byte[], byte[]> route(KStream<byte[], FromEdits> applied) {
        var partitions = settings.kafka().partitions();
        return Branch.of(applied, FromEdits.ToCounts.class, "changes-and-marks")
                .process(new Routing(partitions), Named.as("route-deltas"), hook.name());
    }

    public static StreamPartitioner<byte[], byte[]> partitioner(int partitions) {
        return RouteDeltas.partitioner(partitions);
    }

    private final class Supplier implements ProcessorSupplier<byte[], byte[], byte[], FromEdits> {
        @Override
        public Processor<byte[], byte[], byte[], FromEdits> get() {
            var pairs = new WindowPairs(settings.state().window());
            var rules = new EditRules(pairs, settings.heldOut(), tracks.forOneThread());
            var setup = new ApplyEdits.Setup(events, rules, work, settings);
            return new FreshProcessor<>(work, context -> new ApplyEdits(setup, context));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(ApplyEdits.PLAYLISTS), Serdes.Long(), Serdes.ByteArray()),
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(ApplyEdits.HELD_OUT),
                                    Serdes.ByteArray(),
                                    Serdes.ByteArray())
                            .withCachingEnabled(),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(ApplyEdits.LEDGER), Serdes.String(), Serdes.ByteArray()));
        }
    }

    private final class Routing implements ProcessorSupplier<byte[], FromEdits.ToCounts, byte[], byte[]> {
        private final int partitions;

        Routing(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public Processor<byte[], FromEdits.ToCounts, byte[], byte[]> get() {
            return new FreshProcessor<>(work, context -> new RouteDeltas(context, partitions));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(RouteDeltas.OUTBOX), Serdes.Integer(), Serdes.ByteArray()));
        }
    }
}
