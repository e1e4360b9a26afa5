package chorus.topology.ratings;

import chorus.config.KafkaSettings;
import chorus.config.stream.StreamSettings;
import chorus.events.Events;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatingRules;
import chorus.rows.RowKeys;
import chorus.topology.engine.Branch;
import chorus.topology.engine.FreshProcessor;
import chorus.topology.engine.Homes;
import chorus.topology.engine.Work;
import chorus.topology.engine.Work.Tally;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The topology of the second simulation: ratings → what is known of users. A pure function of what it is given. */
public final class RatingTopology {
    private final KafkaSettings kafka;
    private final RatingRules rules;
    private final Events events;
    private final Work work;

    private RatingTopology(KafkaSettings kafka, RatingRules rules, Events events, Work work) {
        this.kafka = kafka;
        this.rules = rules;
        this.events = events;
        this.work = work;
    }

    /**
     * Builds it.
     *
     * @param nanos elapsed time
     * @param tally keeps count of what is rare
     */
    public static Topology build(
            KafkaSettings kafka,
            StreamSettings stream,
            RatingRules rules,
            Events events,
            LongSupplier nanos,
            Tally tally) {
        return new RatingTopology(kafka, rules, events, Work.of(stream, nanos, tally)).build();
    }

    private Topology build() {
        var builder = new StreamsBuilder();
        builder.addStateStore(work.hook().storeBuilder());
        var applied = builder.stream(
                        RatingTopics.RATINGS.under(kafka.prefix()),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("ratings"))
                .process(new Supplier(), Named.as("apply-ratings"), work.hook().name());
        send(
                Branch.of(applied, FromRatings.Refusal.class, "refusals"),
                RatingTopics.REFUSED.under(kafka.prefix()),
                "ratings-refused",
                null);
        send(
                Branch.of(applied, FromRatings.Row.class, "rated-rows"),
                RatingTopics.RATED.under(kafka.prefix()),
                "rated",
                RatingTopology::partitions);
        return builder.build();
    }

    private static void send(
            KStream<byte[], ? extends FromRatings> values,
            String topic,
            String name,
            @Nullable StreamPartitioner<byte[], byte[]> partitioner) {
        var produced = Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name);
        values.mapValues(FromRatings::value, Named.as(name + "-bytes"))
                .to(topic, partitioner == null ? produced : produced.withStreamPartitioner(partitioner));
    }

    /** Marks go where their key says, users where their ratings are. */
    private static Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int count) {
        var id = ByteBuffer.wrap(key).getLong();
        var user = ByteBuffer.allocate(Integer.BYTES).putInt((int) id).array();
        return Optional.of(Set.of(id < 0 ? RowKeys.markedPartition(id) : Homes.partition(user, count)));
    }

    private final class Supplier implements ProcessorSupplier<byte[], byte[], byte[], FromRatings> {
        @Override
        public Processor<byte[], byte[], byte[], FromRatings> get() {
            var setup = new ApplyRatings.Setup(events, rules, work, kafka.partitions());
            return new FreshProcessor<>(work, context -> new ApplyRatings(setup, context));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(ApplyRatings.RATED), Serdes.Integer(), Serdes.ByteArray()),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(ApplyRatings.LEDGER), Serdes.String(), Serdes.ByteArray()));
        }
    }
}
