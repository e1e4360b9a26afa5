package chorus.state.counts;

import chorus.rows.PairRow;
import chorus.rows.TrackCountRow;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.SortedChanges;
import chorus.state.cooccurrence.Tally;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;

/** The counts of a partition where they lie; what is merged into them is noted as changed. */
final class CountRows implements Chunks {
    private final Chunks store;
    private final ChangedRows changed;
    private final RowMerge merge;
    private final ChunkRows rows = new ChunkRows();
    /** Chunks that were written in the last merge: they are about to be published. */
    private final Long2ObjectOpenHashMap<byte[]> fresh = new Long2ObjectOpenHashMap<>();

    private long lastRead = -1;
    private byte @Nullable [] lastChunk;

    CountRows(Chunks store, ChangedRows changed, Tally tally, int chunkNeighbours) {
        this.store = store;
        this.changed = changed;
        this.merge = new RowMerge(chunkNeighbours, this, tally);
    }

    void merge(SortedChanges changes) {
        fresh.clear();
        merge.merge(changes);
    }

    /** A chunk's pairs; null where it has none. */
    @Nullable
    PairRow pairs(long key) {
        return rows.pairs(key, get(key));
    }

    /** How many playlists hold the track; null where none does. */
    @Nullable
    TrackCountRow count(int track) {
        return rows.count(track, get(merge.diagonal(track)));
    }

    /** A row's chunk is mostly asked for twice in turn: for its pairs, and for the track's own count. */
    @Override
    public byte @Nullable [] get(long key) {
        if (key != lastRead) {
            var written = fresh.get(key);
            lastChunk = written == null ? store.get(key) : written;
            lastRead = key;
        }
        return lastChunk;
    }

    @Override
    public void put(long key, byte @Nullable [] bytes) {
        lastRead = -1;
        if (bytes == null) {
            fresh.remove(key);
        } else {
            fresh.put(key, bytes);
        }
        store.put(key, bytes);
    }

    @Override
    public void pairsChanged(long key) {
        changed.pairs(key);
    }

    @Override
    public void countChanged(int track) {
        changed.count(track);
    }
}
