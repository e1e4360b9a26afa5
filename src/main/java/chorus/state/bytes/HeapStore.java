package chorus.state.bytes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store in a map on the heap. It lasts as long as its process, and keeps arrays as they are. */
public final class HeapStore<K> implements ByteStore<K> {
    private final NavigableMap<K, byte[]> entries;

    private HeapStore(NavigableMap<K, byte[]> entries) {
        this.entries = entries;
    }

    public static <K extends Comparable<K>> HeapStore<K> empty() {
        return new HeapStore<>(new TreeMap<>());
    }

    /** A store whose keys come in the order of RocksDB: byte by byte, unsigned. */
    public static HeapStore<byte[]> emptyByBytes() {
        return new HeapStore<>(new TreeMap<>(Arrays::compareUnsigned));
    }

    /** One that holds the same, and then goes its own way. */
    public HeapStore<K> copy() {
        return new HeapStore<>(new TreeMap<>(entries));
    }

    public int size() {
        return entries.size();
    }

    @Override
    public byte @Nullable [] get(K key) {
        return entries.get(key);
    }

    @Override
    public void put(K key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(K key) {
        entries.remove(key);
    }

    @Override
    public void forEach(BiConsumer<K, byte[]> entry) {
        entries.forEach(entry);
    }

    @Override
    public List<Map.Entry<K, byte[]>> first(K from, K to, int most) {
        return entries.subMap(from, true, to, true).entrySet().stream()
                .limit(most)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
