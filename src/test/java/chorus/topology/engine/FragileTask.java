package chorus.topology.engine;

import chorus.topology.commits.CommitHook;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The task of one processor, which commits and is broken off where a test says. Kafka Streams' part is played here: the cache in
 * front of a {@link CommitHook}'s store is flushed by a commit, or earlier; what was put or forwarded since the last commit is
 * lost with the heap; stores are filled from their changelogs.
 */
public final class FragileTask<I, O> {
    private static final Bytes MARKER = Bytes.wrap(new byte[] {1});

    private final TaskId id;
    private final CommitHook hook;
    private final Supplier<Processor<byte[], I, byte[], O>> processors;
    private final List<Store> stores;
    private final LoggedStore cache;
    private final List<Record<byte[], O>> output = new ArrayList<>();
    private Processor<byte[], I, byte[], O> processor;
    private MockProcessorContext<byte[], O> context;
    private KeyValueStore<Bytes, byte[]> behindCache;
    private int committed;

    /** A logged store of the processor. */
    public static final class Store implements KeyValueBytesStoreSupplier {
        private final LoggedStore log;
        private final StoreBuilder<?> builder;

        public <K, V> Store(String name, Serde<K> key, Serde<V> value) {
            log = new LoggedStore(name);
            builder = Stores.keyValueStoreBuilder(this, key, value).withLoggingDisabled();
        }

        @Override
        public String name() {
            return log.name();
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return log;
        }

        @Override
        public String metricsScope() {
            return "fragile";
        }
    }

    public FragileTask(
            TaskId id, CommitHook hook, Supplier<Processor<byte[], I, byte[], O>> processors, List<Store> stores) {
        this.id = id;
        this.hook = hook;
        this.processors = processors;
        this.stores = stores;
        cache = new LoggedStore(hook.storeBuilder().name());
        processor = processors.get();
        begin();
    }

    private void begin() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "fragile");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        context = new MockProcessorContext<>(settings, id, new File("."));
        context.setCurrentSystemTimeMs(0);
        for (var store : stores) {
            store.log.restore();
            var built = store.builder.build();
            built.init(context.getStateStoreContext(), built);
        }
        behindCache = behindCache(context);
        cache.restore();
        context.addStateStore(cache);
        processor.init(context);
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> behindCache(MockProcessorContext<byte[], O> of) {
        var store = (KeyValueStore<Bytes, byte[]>)
                hook.storeBuilder().withCachingDisabled().build();
        store.init(of.getStateStoreContext(), store);
        return store;
    }

    /** Processes a record, and returns what it forwards. */
    public List<Record<byte[], O>> process(long offset, byte[] key, I value) {
        context.setRecordMetadata("input", id.partition(), offset);
        processor.process(new Record<>(key, value, 0));
        return forwarded();
    }

    /** Lets every punctuation of the processor pass once, and returns what they forward. */
    public List<Record<byte[], O>> punctuate() {
        context.scheduledPunctuators().stream()
                .filter(each -> !each.cancelled())
                .forEach(each -> each.getPunctuator().punctuate(0));
        return forwarded();
    }

    private List<Record<byte[], O>> forwarded() {
        var now = new ArrayList<Record<byte[], O>>();
        for (var forward : context.forwarded()) {
            now.add(new Record<>(
                    forward.record().key(),
                    forward.record().value(),
                    forward.record().timestamp()));
        }
        context.resetForwards();
        output.addAll(now);
        return now;
    }

    /** Whether the processor has asked for a commit since the last one. */
    public boolean wantsCommit() {
        return context.committed();
    }

    /** As in a commit, or when the cache needs room. */
    public void flushCache() {
        if (cache.approximateNumEntries() > 0) {
            cache.restore();
            behindCache.put(MARKER, new byte[] {1});
        }
    }

    public void commit() {
        flushCache();
        stores.forEach(store -> store.log.commit());
        committed = output.size();
        context.resetCommit();
    }

    /** Puts into logged stores since the last commit. */
    public int uncommittedPuts() {
        return stores.stream().mapToInt(store -> store.log.uncommitted()).sum();
    }

    /** Whether something waits on the heap to be drained. */
    public boolean waits() {
        return cache.approximateNumEntries() > 0;
    }

    /** Whether any store holds something. */
    public boolean holds() {
        return stores.stream().anyMatch(store -> store.log.approximateNumEntries() > 0);
    }

    /** Begins anew from the last commit, with another processor or, as Kafka Streams revives a task, with the same one. */
    public void breakOff(boolean revive) {
        output.subList(committed, output.size()).clear();
        processor = revive ? processor : processors.get();
        begin();
    }

    /** What was forwarded and committed. */
    public List<Record<byte[], O>> output() {
        return List.copyOf(output.subList(0, committed));
    }
}
