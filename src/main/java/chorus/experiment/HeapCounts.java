package chorus.experiment;

import chorus.config.StreamSettings;
import chorus.retrain.RowBook;
import chorus.rows.CountsMark;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.HeapChunks;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.Tally;

/** All counts of a run in maps on the heap, and which of them changed since they were last published. */
public final class HeapCounts {
    private final HeapChunks chunks = new HeapChunks();
    private final Tally tally = Tally.empty();
    private final PairChanges changes;
    private final ChunkRows rows = new ChunkRows();
    private final RowMerge merge;
    private final int buffered;

    /** Splits chunks and buffers changes as the topology would. */
    public HeapCounts(StreamSettings settings) {
        buffered = settings.bufferedPairs();
        changes = new PairChanges(Math.min(buffered, 1 << 16));
        merge = new RowMerge(settings.chunkNeighbours(), chunks, tally);
    }

    public void add(Deltas deltas) {
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
    public CountsMark publish(long epoch, RowBook book) {
        drain();
        chunks.pairsChanged().forEach(key -> publishPairs(key, book));
        chunks.pairsChanged().clear();
        chunks.countsChanged().forEach(track -> publishCount(track, book));
        chunks.countsChanged().clear();
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
}
