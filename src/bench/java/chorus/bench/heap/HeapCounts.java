package chorus.bench.heap;

import chorus.bench.contender.Counts;
import chorus.config.Settings;
import chorus.events.Codec;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PairChanges;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.PlaylistState;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/** Playlists and counts in primitive hash maps; the pairs' map is the product's own, three longs a pair. */
final class HeapCounts {
    private final Codec<LogEntry> codec;
    private final PlaylistFold fold;
    private final Long2ObjectOpenHashMap<PlaylistState> playlists = new Long2ObjectOpenHashMap<>();
    private final PairChanges changes = new PairChanges(1 << 20);
    private long edits;
    private long pairUpdates;

    HeapCounts(Settings settings, Codec<LogEntry> codec) {
        this.codec = codec;
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
                    changes.add(deltas);
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
        var sum = new Counts.Sum();
        var sorted = changes.sorted();
        for (var i = 0; i < sorted.size(); i++) {
            var factual = sorted.factual()[i];
            var counterfactual = sorted.counterfactual()[i];
            if (sorted.from(i) == sorted.to(i)) {
                sum.track(sorted.from(i), Lanes.window(factual), Lanes.window(counterfactual));
            } else {
                sum.pair(sorted.from(i), sorted.to(i), factual, counterfactual);
            }
        }
        return sum.counts();
    }
}
