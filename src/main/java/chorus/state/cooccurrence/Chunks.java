package chorus.state.cooccurrence;

import org.jspecify.annotations.Nullable;

/** Where chunks lie, by {@link chorus.rows.RowKeys#chunk}: a store of the topology, or a map on the heap. */
public interface Chunks {
    byte @Nullable [] get(long key);

    /** Puts a chunk, or takes it away where {@code bytes} is null. */
    void put(long key, byte @Nullable [] bytes);
}
