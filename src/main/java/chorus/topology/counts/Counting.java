package chorus.topology.counts;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.events.Topic;
import chorus.rows.RowKeys;
import chorus.topology.engine.Branch;
import chorus.topology.engine.FreshProcessor;
import chorus.topology.engine.Work;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The second stage's part of the topology. */
public final class Counting {
    private final Settings settings;
    private final Events events;
    private final Work work;

    public Counting(Settings settings, Events events, Work work) {
        this.settings = settings;
        this.events = events;
        this.work = work;
    }

    /** Deltas in; rows and marks of each closed epoch out. */
    public KStream<byte[], FromCounts> count(KStream<byte[], byte[]> deltas) {
        return deltas.process(
                new Supplier(), Named.as("count-pairs"), work.hook().name());
    }

    /** Rows and marks go out, each into the partition that counts its track. */
    public void publish(KStream<byte[], FromCounts> rows) {
        var prefix = settings.kafka().prefix();
        Branch.of(rows, FromCounts.Neighbours.class, "neighbour-rows")
                .mapValues(FromCounts.Neighbours::value, Named.as("neighbour-bytes"))
                .to(Topic.NEIGHBOURS.under(prefix), produced("neighbours", (t, key, v, n) -> longKey(key, n)));
        Branch.of(rows, FromCounts.TrackCounts.class, "track-count-rows")
                .mapValues(FromCounts.TrackCounts::value, Named.as("track-count-bytes"))
                .to(Topic.TRACK_COUNTS.under(prefix), produced("track-counts", (t, key, v, n) -> intKey(key, n)));
    }

    /** What is no change and no mark goes out. */
    public void refuse(KStream<byte[], FromCounts> rows) {
        Branch.of(rows, FromCounts.Refusal.class, "count-refusals")
                .mapValues(FromCounts.Refusal::value, Named.as("count-refusal-bytes"))
                .to(
                        Topic.REFUSED.under(settings.kafka().prefix()),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("deltas-refused"));
    }

    private static Produced<byte[], byte[]> produced(String name, StreamPartitioner<byte[], byte[]> partitioner) {
        return Produced.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withStreamPartitioner(partitioner)
                .withName(name);
    }

    private static Optional<Set<Integer>> longKey(byte[] bytes, int partitions) {
        var key = ByteBuffer.wrap(bytes).getLong();
        return Optional.of(
                Set.of(key < 0 ? RowKeys.markedPartition(key) : RowKeys.owner(RowKeys.track(key), partitions)));
    }

    private static Optional<Set<Integer>> intKey(byte[] bytes, int partitions) {
        var key = ByteBuffer.wrap(bytes).getInt();
        return Optional.of(Set.of(key < 0 ? -1 - key : RowKeys.owner(key, partitions)));
    }

    private final class Supplier implements ProcessorSupplier<byte[], byte[], byte[], FromCounts> {
        @Override
        public Processor<byte[], byte[], byte[], FromCounts> get() {
            return new FreshProcessor<>(work, context -> new CountPairs(events, work, settings, context));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    store(CountPairs.PAIRS, Serdes.Long(), Serdes.ByteArray()),
                    store(CountPairs.CHANGED, Serdes.Integer(), Serdes.ByteArray()),
                    store(CountPairs.JOURNAL, Serdes.ByteArray(), Serdes.ByteArray()),
                    store(CountPairs.LEDGER, Serdes.String(), Serdes.ByteArray()));
        }

        private static <K, V> StoreBuilder<?> store(String name, Serde<K> key, Serde<V> value) {
            return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
        }
    }
}
