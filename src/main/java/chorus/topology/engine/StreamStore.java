package chorus.topology.engine;

import chorus.state.bytes.ByteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store of Kafka Streams. */
public record StreamStore<K>(KeyValueStore<K, byte[]> store) implements ByteStore<K> {
    /** The store of that name, which must be connected to the processor of {@code context}. */
    public static <K> StreamStore<K> of(ProcessingContext context, String name) {
        return new StreamStore<>(context.<KeyValueStore<K, byte[]>>getStateStore(name));
    }

    @Override
    public byte @Nullable [] get(K key) {
        return store.get(key);
    }

    @Override
    public void put(K key, byte[] value) {
        store.put(key, value);
    }

    @Override
    public void delete(K key) {
        store.delete(key);
    }

    @Override
    public void forEach(BiConsumer<K, byte[]> entry) {
        try (var all = store.all()) {
            all.forEachRemaining(each -> entry.accept(each.key, each.value));
        }
    }

    @Override
    public List<Map.Entry<K, byte[]>> first(K from, K to, int most) {
        try (var range = store.range(from, to)) {
            return first(range, most);
        }
    }

    private static <K> List<Map.Entry<K, byte[]>> first(KeyValueIterator<K, byte[]> range, int most) {
        var first = new ArrayList<Map.Entry<K, byte[]>>();
        while (first.size() < most && range.hasNext()) {
            var next = range.next();
            first.add(Map.entry(next.key, next.value));
        }
        return first;
    }
}
