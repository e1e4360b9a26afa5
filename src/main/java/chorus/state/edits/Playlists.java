package chorus.state.edits;

import chorus.state.bytes.ByteStore;
import chorus.state.playlists.PlaylistState;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * The playlists of a partition: all of them in a logged store, those that edits touched lately as values on the heap. Changed
 * ones are stored before each commit, once however often they changed.
 */
final class Playlists {
    /** Beyond so many on the heap they are stored early and forgotten. */
    private static final int MOST = 1 << 14;

    private final ByteStore<Long> store;
    private final PlaylistCodec codec = new PlaylistCodec();
    private final Long2ObjectOpenHashMap<PlaylistState> near = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet changed = new LongOpenHashSet();

    /** @param store without a cache: what is put while caches are flushed would stay in it */
    Playlists(ByteStore<Long> store) {
        this.store = store;
    }

    PlaylistState get(long id) {
        var state = near.get(id);
        return state == null ? PlaylistCodec.decode(store.get(id)) : state;
    }

    void put(long id, PlaylistState state) {
        if (near.size() >= MOST) {
            save();
            near.clear();
        }
        near.put(id, state);
        changed.add(id);
    }

    /** Stores what changed since the last time. */
    void save() {
        changed.forEach(id -> store.put(id, codec.encode(near.get(id))));
        changed.clear();
    }
}
