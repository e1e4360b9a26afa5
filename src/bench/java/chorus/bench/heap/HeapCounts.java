package chorus.bench.heap;

import chorus.bench.contender.Counts;
import chorus.bench.contender.Job;
import chorus.config.Settings;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/** Playlists in a primitive hash map, and what their changes add up to. */
final class HeapCounts {
    private final Job.Edits codec;
    private final HeapTally tally;
    private final PlaylistFold fold;
    private final Long2ObjectOpenHashMap<PlaylistState> playlists = new Long2ObjectOpenHashMap<>();
    private long edits;
    private long pairUpdates;

    HeapCounts(Settings settings, Job.Edits codec, HeapTally tally) {
        this.codec = codec;
        this.tally = tally;
        fold = new PlaylistFold(
                new WindowPairs(settings.state().window()), settings.evaluate().heldOut());
        playlists.defaultReturnValue(PlaylistState.UNBORN);
    }

    void add(byte[] value) {
        if (codec.decode(value) instanceof PlaylistEdit edit) {
            edits++;
            var id = edit.playlist().value();
            switch (fold.apply(playlists.get(id), edit, track -> true)) {
                case Outcome.Applied(var state, var deltas) -> {
                    playlists.put(id, state);
                    tally.add(deltas);
                    pairUpdates += deltas.pairs();
                }
                case Outcome.Refused(var state, var reason) ->
                    throw new IllegalStateException("recorded edit " + edit + " was refused: " + reason);
            }
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
