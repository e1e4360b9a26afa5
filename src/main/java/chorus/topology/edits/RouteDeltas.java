package chorus.topology.edits;

import chorus.rows.RowKeys;
import chorus.state.cooccurrence.Deltas;
import chorus.topology.engine.Varints;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Splits an edit's deltas by the partition that counts their tracks: one compact record an edit and destination, keyed by the
 * destination. Marks go to all of them.
 */
final class RouteDeltas extends ContextualProcessor<byte[], Applied, byte[], byte[]> {
    private static final int ALL = -1;

    private final int partitions;
    private final Varints[] pairs;
    private final Varints[] tracks;
    private final int[] counts;
    private final Varints out = new Varints();

    RouteDeltas(int partitions) {
        this.partitions = partitions;
        pairs = new Varints[partitions];
        tracks = new Varints[partitions];
        for (var i = 0; i < partitions; i++) {
            pairs[i] = new Varints();
            tracks[i] = new Varints();
        }
        counts = new int[partitions];
    }

    @Override
    public void process(Record<byte[], Applied> record) {
        switch (record.value()) {
            case Applied.Changes(long epoch, Deltas deltas) -> route(record, epoch, deltas);
            case Applied.Ended(long epoch) ->
                forward(record, ALL, DeltaWire.mark(epoch, context().taskId().partition(), partitions));
            case Applied.Refusal r -> throw new IllegalStateException("a refusal is not counted");
            case Applied.Row r -> throw new IllegalStateException("a row is not counted");
        }
    }

    private void route(Record<byte[], Applied> record, long epoch, Deltas deltas) {
        for (var i = 0; i < deltas.pairs(); i++) {
            var destination = RowKeys.owner(deltas.from(i), partitions);
            var to = pairs[destination];
            to.put((long) deltas.from(i));
            to.put((long) deltas.to(i));
            to.put(deltas.code(i));
            counts[destination]++;
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var to = tracks[RowKeys.owner(deltas.track(i), partitions)];
            to.put((long) deltas.track(i));
            to.put(deltas.trackCode(i));
        }
        for (var destination = 0; destination < partitions; destination++) {
            if (counts[destination] > 0 || tracks[destination].size() > 0) {
                forward(record, destination, assemble(epoch, destination));
            }
        }
    }

    private byte[] assemble(long epoch, int destination) {
        out.clear();
        DeltaWire.head(out, (byte) 0, epoch, context().taskId().partition());
        out.put((long) counts[destination]);
        out.putAll(pairs[destination]);
        out.putAll(tracks[destination]);
        pairs[destination].clear();
        tracks[destination].clear();
        counts[destination] = 0;
        return out.toBytes();
    }

    private void forward(Record<byte[], Applied> record, int destination, byte[] value) {
        var key = ByteBuffer.allocate(4).putInt(destination).array();
        context().forward(record.withKey(key).withValue(value));
    }

    /** Sends each record to the partition that its key names, and marks to all. */
    static StreamPartitioner<byte[], byte[]> partitioner(int partitions) {
        var all = IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
        var single = IntStream.range(0, partitions).mapToObj(Set::of).toList();
        return (topic, key, value, count) -> {
            var destination = ByteBuffer.wrap(key).getInt();
            return Optional.of(destination == ALL ? all : single.get(destination));
        };
    }
}
