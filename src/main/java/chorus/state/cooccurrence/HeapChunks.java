package chorus.state.cooccurrence;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;

/** Chunks in a map on the heap. */
public final class HeapChunks implements Chunks {
    private final Long2ObjectOpenHashMap<byte[]> chunks;

    public HeapChunks() {
        this(new Long2ObjectOpenHashMap<>());
    }

    private HeapChunks(Long2ObjectOpenHashMap<byte[]> chunks) {
        this.chunks = chunks;
    }

    /** One that holds the same, and then goes its own way. */
    public HeapChunks copy() {
        return new HeapChunks(chunks.clone());
    }

    /** All chunks by their keys. */
    public Long2ObjectMap<byte[]> all() {
        return chunks;
    }

    @Override
    public byte @Nullable [] get(long key) {
        return chunks.get(key);
    }

    @Override
    public void put(long key, byte @Nullable [] bytes) {
        if (bytes == null) {
            chunks.remove(key);
        } else {
            chunks.put(key, bytes);
        }
    }
}
