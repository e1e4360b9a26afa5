package chorus.state.cooccurrence;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.jspecify.annotations.Nullable;

/** Chunks in a map on the heap, and what of them changed. */
public final class HeapChunks implements Chunks {
    private final Long2ObjectOpenHashMap<byte[]> chunks = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet pairsChanged = new LongOpenHashSet();
    private final IntOpenHashSet countsChanged = new IntOpenHashSet();

    /** All chunks by their keys. */
    public Long2ObjectMap<byte[]> all() {
        return chunks;
    }

    /** Keys of the chunks whose pairs changed. */
    public LongSet pairsChanged() {
        return pairsChanged;
    }

    /** Tracks whose own counts changed. */
    public IntSet countsChanged() {
        return countsChanged;
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

    @Override
    public void pairsChanged(long key) {
        pairsChanged.add(key);
    }

    @Override
    public void countChanged(int track) {
        countsChanged.add(track);
    }
}
