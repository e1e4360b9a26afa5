package chorus.bench.jmh;

import chorus.state.cooccurrence.Chunks;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;

/** Chunks in a map on the heap. */
final class HeapChunks implements Chunks {
    private final Long2ObjectOpenHashMap<byte[]> chunks = new Long2ObjectOpenHashMap<>();

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
