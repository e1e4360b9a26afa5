package chorus.experiment;

import chorus.config.StreamSettings;
import chorus.retrain.RowBook;
import chorus.rows.CountsMark;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.Tally;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.jspecify.annotations.Nullable;

/** All counts of a run in maps on the heap, and which of them changed since they were last published. */
final class HeapCounts implements Chunks {
    private final Long2ObjectOpenHashMap<byte[]> chunks = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet changedChunks = new LongOpenHashSet();
    private final IntOpenHashSet changedTracks = new IntOpenHashSet();
    private final Tally tally = Tally.empty();
    private final PairChanges changes;
    private final ChunkRows rows = new ChunkRows();
    private final RowMerge merge;
    private final int buffered;

    /** Splits chunks and buffers changes as the topology would. */
    HeapCounts(StreamSettings settings) {
        buffered = settings.bufferedPairs();
        changes = new PairChanges(Math.min(buffered, 1 << 16));
        merge = new RowMerge(settings.chunkNeighbours(), this, tally);
    }

    void add(Deltas deltas) {
        changes.add(deltas);
        if (changes.size() >= buffered) {
            drain();
        }
    }

    private void drain() {
        merge.merge(changes.sorted());
        changes.clear();
    }

    /** Hands over every row that changed since the last time, and returns the mark of the epoch that ends here. */
    CountsMark publish(long epoch, RowBook book) {
        drain();
        changedChunks.forEach(key -> publishPairs(key, book));
        changedChunks.clear();
        changedTracks.forEach(track -> publishCount(track, book));
        changedTracks.clear();
        return new CountsMark(epoch, 0, 1, tally.factual(), tally.counterfactual());
    }

    private void publishPairs(long key, RowBook book) {
        var row = rows.pairs(key, chunks.get(key));
        if (row == null) {
            book.removeNeighbours(key);
        } else {
            book.accept(row);
        }
    }

    private void publishCount(int track, RowBook book) {
        var count = rows.count(track, chunks.get(merge.diagonal(track)));
        if (count == null) {
            book.removeTrackCount(track);
        } else {
            book.accept(count);
        }
    }

    @Override
    public byte @Nullable [] get(long key) {
        return chunks.get(key);
    }

    /** To be called by the merge alone. */
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
        changedChunks.add(key);
    }

    @Override
    public void countChanged(int track) {
        changedTracks.add(track);
    }
}
