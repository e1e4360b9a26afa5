package chorus.bench.heap;

import chorus.bench.contender.Counts;
import chorus.bench.contender.Job;
import chorus.bench.contender.RecordedFold;
import chorus.config.Settings;
import chorus.playlist.PlaylistEdit;
import chorus.state.playlists.PlaylistState;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/** Playlists in a primitive hash map, and what their changes add up to. */
final class HeapCounts {
    private final Job.Edits codec;
    private final HeapTally tally;
    private final RecordedFold fold;
    private final Long2ObjectOpenHashMap<PlaylistState> playlists = new Long2ObjectOpenHashMap<>();
    private long edits;
    private long pairUpdates;

    HeapCounts(Settings settings, Job.Edits codec, HeapTally tally) {
        this.codec = codec;
        this.tally = tally;
        fold = RecordedFold.of(settings);
        playlists.defaultReturnValue(PlaylistState.UNBORN);
    }

    void add(byte[] value) {
        if (codec.decode(value) instanceof PlaylistEdit edit) {
            edits++;
            var id = edit.playlist().value();
            var applied = fold.apply(playlists.get(id), edit);
            playlists.put(id, applied.state());
            tally.add(applied.deltas());
            pairUpdates += applied.deltas().pairs();
        }
    }

    long edits() {
        return edits;
    }

    long pairUpdates() {
        return pairUpdates;
    }

    Counts counts() {
        return tally.counts();
    }
}
