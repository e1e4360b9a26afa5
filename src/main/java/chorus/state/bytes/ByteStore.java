package chorus.state.bytes;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Bytes by key, where a stage keeps what must last: a logged store of the topology, or a map on the heap. */
public interface ByteStore<K> {
    byte @Nullable [] get(K key);

    void put(K key, byte[] value);

    void delete(K key);

    /** Gives all entries in ascending order of their keys. */
    void forEach(BiConsumer<K, byte[]> entry);

    /** The first {@code most} entries from key {@code from} to key {@code to}, both included, in ascending order. */
    List<Map.Entry<K, byte[]>> first(K from, K to, int most);
}
