package chorus.state.cooccurrence;

import org.jspecify.annotations.Nullable;

/** Where chunks lie, by {@link chorus.rows.RowKeys#chunk}: a store of the topology, or a map on the heap. */
public interface Chunks {
    byte @Nullable [] get(long key);

    /** Puts a chunk, or takes it away where {@code bytes} is null. */
    void put(long key, byte @Nullable [] bytes);

    /** Told that pairs of the chunk changed. */
    default void pairsChanged(long key) {}

    /** Told that the number of playlists that hold {@code track} changed. */
    default void countChanged(int track) {}
}
