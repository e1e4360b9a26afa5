package chorus.experiment;

import chorus.config.StreamSettings;
import chorus.retrain.RowBook;
import chorus.rows.CountsMark;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.state.cooccurrence.ChunkRows;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.Tally;
import chorus.state.popularity.TrackChanges;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.jspecify.annotations.Nullable;

/** All counts of a run in maps on the heap, and which of them changed since they were last published. */
final class HeapCounts implements Chunks {
    private final Long2ObjectOpenHashMap<byte[]> pairs = new Long2ObjectOpenHashMap<>();
    private final Int2LongOpenHashMap tracks = new Int2LongOpenHashMap();
    private final LongOpenHashSet changedChunks = new LongOpenHashSet();
    private final IntOpenHashSet changedTracks = new IntOpenHashSet();
    private final Tally tally = Tally.empty();
    private final PairChanges pairChanges;
    private final TrackChanges trackChanges = new TrackChanges();
    private final ChunkRows rows = new ChunkRows();
    private final RowMerge merge;
    private final int buffered;

    /** Splits chunks and buffers changes as the topology would. */
    HeapCounts(StreamSettings settings) {
        buffered = settings.bufferedPairs();
        pairChanges = new PairChanges(Math.min(buffered, 1 << 16));
        merge = new RowMerge(settings.chunkNeighbours(), this, tally);
    }

    void add(Deltas deltas) {
        deltas.forEachPair(pairChanges);
        deltas.forEachTrack(trackChanges);
        if (pairChanges.size() >= buffered) {
            drain();
        }
    }

    private void drain() {
        merge.merge(pairChanges.sorted());
        pairChanges.clear();
        trackChanges.forEach(this::count);
        trackChanges.clear();
    }

    private void count(int track, int factual, int counterfactual) {
        var before = tracks.get(track);
        var after = TrackChanges.plus(before, factual, counterfactual);
        tally.track(
                track,
                TrackChanges.factual(before),
                TrackChanges.factual(after),
                TrackChanges.counterfactual(before),
                TrackChanges.counterfactual(after));
        tracks.put(track, after);
        changedTracks.add(track);
    }

    /** Hands over every row that changed since the last time, and returns the mark of the epoch that ends here. */
    CountsMark publish(long epoch, RowBook book) {
        drain();
        changedChunks.forEach(key -> publishChunk(key, book));
        changedChunks.clear();
        changedTracks.forEach(track -> publishTrack(track, book));
        changedTracks.clear();
        return new CountsMark(epoch, 0, 1, tally.factual(), tally.counterfactual());
    }

    private void publishChunk(long key, RowBook book) {
        var chunk = pairs.get(key);
        if (chunk == null) {
            book.removeNeighbours(key);
        } else {
            book.accept(rows.row(key, chunk));
        }
    }

    private void publishTrack(int track, RowBook book) {
        var packed = tracks.get(track);
        if (packed == 0) {
            tracks.remove(track);
            book.removeTrackCount(track);
        } else {
            book.accept(new TrackCountRow(track, TrackChanges.factual(packed), TrackChanges.counterfactual(packed)));
        }
    }

    @Override
    public byte @Nullable [] get(long key) {
        return pairs.get(key);
    }

    /** To be called by the merge alone; the keys are {@link RowKeys#chunk}. */
    @Override
    public void put(long key, byte @Nullable [] bytes) {
        if (bytes == null) {
            pairs.remove(key);
        } else {
            pairs.put(key, bytes);
        }
        changedChunks.add(key);
    }
}
