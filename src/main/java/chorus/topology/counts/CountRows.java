package chorus.topology.counts;

import chorus.rows.TrackCountRow;
import chorus.state.cooccurrence.Chunks;
import chorus.state.cooccurrence.RowMerge;
import chorus.state.cooccurrence.Tally;
import chorus.state.popularity.TrackChanges;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The counts of a partition in their stores; what is merged into them is noted as changed. */
final class CountRows implements Chunks {
    private final KeyValueStore<Long, byte[]> pairs;
    private final KeyValueStore<Integer, Long> tracks;
    private final ChangedRows changed;
    private final Tally tally;
    private final RowMerge merge;

    CountRows(
            KeyValueStore<Long, byte[]> pairs,
            KeyValueStore<Integer, Long> tracks,
            ChangedRows changed,
            Tally tally,
            int chunkNeighbours) {
        this.pairs = pairs;
        this.tracks = tracks;
        this.changed = changed;
        this.tally = tally;
        this.merge = new RowMerge(chunkNeighbours, this, tally);
    }

    /** Merges {@code changes} into the stores and empties them. */
    void drain(Changes changes) {
        if (!changes.pairs().isEmpty()) {
            merge.merge(changes.pairs().sorted());
        }
        changes.tracks().forEach(this::count);
        changes.clear();
    }

    private void count(int track, int factual, int counterfactual) {
        var before = packed(track);
        var after = TrackChanges.plus(before, factual, counterfactual);
        tally.track(
                track,
                TrackChanges.factual(before),
                TrackChanges.factual(after),
                TrackChanges.counterfactual(before),
                TrackChanges.counterfactual(after));
        if (after == 0) {
            tracks.delete(track);
        } else {
            tracks.put(track, after);
        }
        changed.add(ChangedRows.TRACK, track);
    }

    private long packed(int track) {
        var stored = tracks.get(track);
        return stored == null ? 0 : stored;
    }

    /** The track's row; null where it is in no playlist. */
    @Nullable
    TrackCountRow trackCount(int track) {
        var packed = packed(track);
        return packed == 0
                ? null
                : new TrackCountRow(track, TrackChanges.factual(packed), TrackChanges.counterfactual(packed));
    }

    @Override
    public byte @Nullable [] get(long key) {
        return pairs.get(key);
    }

    @Override
    public void put(long key, byte @Nullable [] bytes) {
        if (bytes == null) {
            pairs.delete(key);
        } else {
            pairs.put(key, bytes);
        }
        changed.add(ChangedRows.PAIRS, key);
    }
}
