package chorus.topology.commits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Lets the processors of a task write behind, exactly once: what they keep on the heap is drained into their logged stores
 * inside the transaction that commits the records it came from. Kafka Streams tells a user's store nothing before a transaction
 * commits, but it flushes its own caches then. So there is a tiny cached store into which processors put a marker; flushing the
 * cache puts the marker into the {@link MarkerStore} behind it, and that put drains. An early eviction only drains early.
 *
 * <p>Processors that share a store share a task: one hook for both stages makes a partition's edits and its counts one task.
 */
public final class CommitHook {
    private static final Bytes MARKER = Bytes.wrap(new byte[] {1});

    private final String name;
    private final Map<TaskId, MarkerStore> stores = new ConcurrentHashMap<>();
    private final StoreBuilder<?> storeBuilder;

    public CommitHook(String name) {
        this.name = name;
        storeBuilder = Stores.keyValueStoreBuilder(new Supplier(), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingDisabled();
    }

    /** The name of the store, to which every processor that is bound must be connected. */
    public String name() {
        return name;
    }

    /** The store, to be added to the topology once. */
    public StoreBuilder<?> storeBuilder() {
        return storeBuilder;
    }

    /** Binds the processor that {@code context} belongs to: {@code drain} runs before its records are committed. */
    public Armed bind(ProcessingContext context, Runnable drain) {
        var store = stores.get(context.taskId());
        if (store == null) {
            throw new IllegalStateException(
                    "store " + name + " is not connected to the processor of " + context.taskId());
        }
        var armed = new Armed(context.getStateStore(name), store, drain);
        store.add(armed);
        return armed;
    }

    /** A processor's side of the hook. */
    public static final class Armed {
        private final KeyValueStore<Bytes, byte[]> cached;
        private final MarkerStore behind;
        private final Runnable drain;
        private boolean armed;
        private boolean retired;

        private Armed(KeyValueStore<Bytes, byte[]> cached, MarkerStore behind, Runnable drain) {
            this.cached = cached;
            this.behind = behind;
            this.drain = drain;
        }

        /** Says that there is something to drain before the next commit; the last thing that a processor does with a record. */
        public void touch() {
            behind.touched();
            if (!armed) {
                armed = true;
                cached.put(MARKER, new byte[] {1});
            }
        }

        /** Whether a processor of this task has touched the hook since it was asked last. */
        boolean touchedInTask() {
            return behind.takeTouched();
        }

        /** The processor is closed: once it has nothing left to drain, the store may forget it. */
        public void retire() {
            retired = true;
        }

        boolean isOver() {
            return retired && !armed;
        }

        void drain() {
            if (armed) {
                armed = false;
                drain.run();
            }
        }
    }

    private final class Supplier implements KeyValueBytesStoreSupplier {
        @Override
        public String name() {
            return name;
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new MarkerStore(name, stores::put);
        }

        @Override
        public String metricsScope() {
            return "commit-hook";
        }
    }
}
