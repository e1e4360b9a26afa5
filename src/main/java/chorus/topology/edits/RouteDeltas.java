package chorus.topology.edits;

import chorus.topology.engine.CommitHook;
import chorus.topology.engine.Work;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Splits deltas by the partition that counts their tracks and sends them in batches, keyed by the destination; marks go to all of
 * them, behind what came before. A batch goes when it is full, and at each round of commits. What still waits at a commit that comes
 * at another time is kept in a logged store, the outbox, inside the same transaction: it goes out later, and exactly once.
 */
@NullUnmarked
final class RouteDeltas implements Processor<byte[], Applied, byte[], byte[]> {
    static final String OUTBOX = "outbox";
    private static final int ALL = -1;
    private static final int FULL_BYTES = 32 << 10;
    /** A task takes what is earliest by its timestamp: deltas that wait are counted before more edits are read. */
    private static final long BEFORE_ALL_EDITS = 0;

    private final Work work;
    private final DeltaBatches batches;
    private final List<Record<byte[], byte[]>> carried = new ArrayList<>();

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Integer, byte[]> outbox;
    private CommitHook.Armed armed;
    private @Nullable Cancellable round;

    RouteDeltas(Work work, int partitions) {
        this.work = work;
        batches = new DeltaBatches(partitions);
    }

    /** A task that was given up in the middle of a transaction is begun anew with this same processor: what waits is of no account. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        batches.begin(context.taskId().partition());
        carried.clear();
        outbox = context.getStateStore(OUTBOX);
        try (var kept = outbox.all()) {
            kept.forEachRemaining(batch -> carried.add(record(batch.key, batch.value)));
        }
        armed = work.hook().bind(context, this::keep);
        if (round != null) {
            round.cancel();
        }
        round = work.rounds().schedule(context, armed, this::flush);
    }

    @Override
    public void process(Record<byte[], Applied> record) {
        switch (record.value()) {
            case Applied.Changes changes -> add(changes);
            case Applied.Ended(long epoch) -> {
                flush();
                context.forward(record(ALL, batches.mark(epoch)));
            }
            case Applied.Refusal r -> throw new IllegalStateException("a refusal is not counted");
            case Applied.Row r -> throw new IllegalStateException("a row is not counted");
        }
    }

    private void add(Applied.Changes changes) {
        if (changes.epoch() != batches.epoch() || !carried.isEmpty()) {
            flush();
        }
        batches.edit(context.recordMetadata().orElseThrow().offset());
        batches.add(changes.epoch(), changes.deltas());
        for (var destination = 0; destination < batches.partitions(); destination++) {
            if (batches.bytes(destination) >= FULL_BYTES) {
                send(destination);
            }
        }
        armed.touch();
    }

    /** Sends everything that waits. */
    private void flush() {
        if (carried.isEmpty() && batches.isEmpty()) {
            return;
        }
        carried.forEach(context::forward);
        carried.clear();
        for (var destination = 0; destination < batches.partitions(); destination++) {
            if (batches.bytes(destination) > 0) {
                send(destination);
            }
        }
        armed.touch();
    }

    private void send(int destination) {
        context.forward(record(destination, batches.take(destination)));
    }

    /** Runs inside the transaction: the outbox then holds exactly what its edits still have to say. */
    private void keep() {
        for (var destination = 0; destination < batches.partitions(); destination++) {
            if (batches.bytes(destination) > 0) {
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
