package chorus.topology;

import chorus.config.Settings;
import chorus.events.Events;
import chorus.topology.counts.Counting;
import chorus.topology.edits.Editing;
import chorus.topology.edits.KnownTracks;
import chorus.topology.engine.Work;
import chorus.topology.engine.Work.Tally;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The topology: edits → playlists → deltas, repartitioned by track → pair and track counts → rows of the cut. A pure function of
 * the settings; every operator, store and repartition is named.
 */
public final class ChorusTopology {
    private ChorusTopology() {}

    /**
     * What the topology needs of its surroundings.
     *
     * @param tracksEnd asks for the offset after the last record of {@code tracks}
     * @param nanos elapsed time
     * @param tally keeps count of what is rare
     */
    public record Surroundings(Events events, LongSupplier tracksEnd, LongSupplier nanos, Tally tally) {
        public Surroundings(Events events, LongSupplier tracksEnd, LongSupplier nanos) {
            this(events, tracksEnd, nanos, Tally.NOBODY);
        }
    }

    public static Topology build(Settings settings, Surroundings around) {
        var builder = new StreamsBuilder();
        var work = Work.of(settings.stream(), around.nanos(), around.tally());
        builder.addStateStore(work.hook().storeBuilder());
        var editing = new Editing(
                settings, around.events(), new KnownTracks(around.events().tracks(), around.tracksEnd()), work);
        var counting = new Counting(settings, around.events(), work);
        var applied = editing.apply(builder);
        editing.publish(applied);
        var counted = counting.count(repartition(settings, editing.route(applied)));
        counting.publish(counted);
        counting.refuse(counted);
        return builder.build();
    }

    private static KStream<byte[], byte[]> repartition(Settings settings, KStream<byte[], byte[]> deltas) {
        var partitions = settings.kafka().partitions();
        return deltas.repartition(Repartitioned.<byte[], byte[]>as("deltas")
                .withKeySerde(Serdes.ByteArray())
                .withValueSerde(Serdes.ByteArray())
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(Editing.partitioner(partitions)));
    }
}
