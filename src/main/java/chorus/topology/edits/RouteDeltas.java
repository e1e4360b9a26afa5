package chorus.topology.edits;

import chorus.state.bytes.ByteStore;
import chorus.state.wire.DeltaBatches;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.StreamStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Splits deltas by the partition that counts their tracks and sends them in batches, keyed by the destination; marks go to all of
 * them, behind what came before. A batch goes when it is full, and at each round of commits. What still waits at a commit that comes
 * at another time is kept in a logged store, the outbox, inside the same transaction: it goes out later, and exactly once.
 */
final class RouteDeltas implements Lifetime<FromEdits.ToCounts> {
    static final String OUTBOX = "outbox";
    private static final int ALL = -1;
    /** A task takes what is earliest by its timestamp: deltas that wait are counted before more edits are read. */
    private static final long BEFORE_ALL_EDITS = 0;

    private final ProcessorContext<byte[], byte[]> context;
    private final DeltaBatches batches;
    private final ByteStore<Integer> outbox;
    /** What the outbox held at the beginning, until it is sent. */
    private final List<Record<byte[], byte[]>> carried = new ArrayList<>();

    RouteDeltas(ProcessorContext<byte[], byte[]> context, int partitions) {
        this.context = context;
        batches = new DeltaBatches(
                context.taskId().partition(),
                partitions,
                (destination, batch) -> context.forward(record(destination, batch)));
        outbox = StreamStore.of(context, OUTBOX);
        outbox.forEach((destination, batch) -> carried.add(record(destination, batch)));
    }

    @Override
    public void process(Record<byte[], FromEdits.ToCounts> record) {
        switch (record.value()) {
            case FromEdits.Changes changes -> add(changes);
            case FromEdits.Ended(long epoch) -> {
                sendAll();
                context.forward(record(ALL, batches.mark(epoch)));
            }
        }
    }

    private void add(FromEdits.Changes changes) {
        sendCarried();
        batches.add(changes.epoch(), context.recordMetadata().orElseThrow().offset(), changes.deltas());
    }

    private void sendCarried() {
        if (!carried.isEmpty()) {
            carried.forEach(context::forward);
            carried.clear();
        }
    }

    @Override
    public Optional<BooleanSupplier> flush() {
        return Optional.of(this::sendAll);
    }

    /** Sends everything that waits; false where there is nothing. */
    private boolean sendAll() {
        if (carried.isEmpty() && batches.isEmpty()) {
            return false;
        }
        sendCarried();
        batches.flush();
        return true;
    }

    /** The outbox then holds exactly what the transaction's edits still have to say. */
    @Override
    public void save() {
        for (var destination = 0; destination < batches.destinations(); destination++) {
            if (batches.waits(destination)) {
                outbox.put(destination, batches.peek(destination));
            } else if (outbox.get(destination) != null) {
                outbox.delete(destination);
            }
        }
    }

    private static Record<byte[], byte[]> record(int destination, byte[] batch) {
        var key = ByteBuffer.allocate(4).putInt(destination).array();
        return new Record<>(key, batch, BEFORE_ALL_EDITS);
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
