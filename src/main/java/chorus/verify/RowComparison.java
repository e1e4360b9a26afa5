package chorus.verify;

import static chorus.verify.PairTally.counts;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.TrackCountRow;
import chorus.verify.Verification.Difference;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Map;

/** Holds every published row against the naive counts, and every naive count against the published rows. */
final class RowComparison {
    private final Published published;
    private final Differences differences;
    private long compared;

    RowComparison(Published published, Differences differences) {
        this.published = published;
        this.differences = differences;
    }

    /** How many pairs, tracks and playlists were compared. */
    long compared() {
        return compared;
    }

    void pairs(WorldTally naive) {
        var seen = new LongOpenHashSet();
        for (var row : published.chunks()) {
            for (var i = 0; i < row.to().length; i++) {
                var pair = PairTally.pair(row.track(), row.to()[i]);
                if (!seen.add(pair)) {
                    differences.note(() -> new Difference(name(pair), "one row", "several"));
                }
                comparePair(naive, pair, row, i);
            }
        }
        var missing = new LongArrayList();
        naive.forEachPair(pair -> {
            if (!seen.contains(pair)) {
                missing.add(pair);
            }
        });
        missing.sort(null);
        missing.forEach(pair -> differences.note(
                () -> new Difference(name(pair), told(naive.factual(pair), naive.counterfactual(pair)), "no row")));
    }

    private void comparePair(WorldTally naive, long pair, PairRow row, int i) {
        compared++;
        var factual = at(row.factual(), i);
        var counterfactual = at(row.counterfactual(), i);
        var none = factual == 0 && counterfactual == 0;
        if (none || factual != naive.factual(pair) || counterfactual != naive.counterfactual(pair)) {
            differences.note(() -> new Difference(
                    name(pair), told(naive.factual(pair), naive.counterfactual(pair)), told(factual, counterfactual)));
        }
    }

    private static long at(PairCounts counts, int i) {
        return counts(counts.window()[i], counts.adjacent()[i]);
    }

    private static String name(long pair) {
        return "tracks " + PairTally.from(pair) + " → " + PairTally.to(pair);
    }

    private static String told(long factual, long counterfactual) {
        return factual == 0 && counterfactual == 0
                ? "no row"
                : "factual " + told(factual) + ", counterfactual " + told(counterfactual);
    }

    private static String told(long counts) {
        return PairTally.window(counts) + " in the window and " + PairTally.adjacent(counts) + " adjacent";
    }

    void tracks(WorldTally naive) {
        var seen = new IntOpenHashSet();
        for (var row : published.trackCounts()) {
            seen.add(row.track());
            compared++;
            var expected = new TrackCountRow(
                    row.track(), naive.factualTrack(row.track()), naive.counterfactualTrack(row.track()));
            differences.compare("track " + row.track(), expected, row);
        }
        var missing = new IntArrayList();
        naive.forEachTrack(track -> {
            if (!seen.contains(track)) {
                missing.add(track);
            }
        });
        missing.sort(null);
        missing.forEach(track -> differences.note(() -> new Difference(
                "track " + track,
                "factual " + naive.factualTrack(track) + ", counterfactual " + naive.counterfactualTrack(track),
                "no row")));
    }

    /** An empty playlist may have a row or none. */
    void heldOut(Map<Long, WorldTally.Lists> naive) {
        for (var row : published.playlists().values()) {
            var expected = naive.get(row.playlist());
            compared++;
            if (expected == null) {
                differences.note(() -> new Difference("held-out playlist " + row.playlist(), "no row", "a row"));
            } else {
                var where = "held-out playlist " + row.playlist();
                differences.compare(
                        where, told(expected), told(new WorldTally.Lists(row.factual(), row.counterfactual())));
            }
        }
        naive.entrySet().stream()
                .filter(this::missing)
                .forEach(list -> differences.note(
                        () -> new Difference("held-out playlist " + list.getKey(), told(list.getValue()), "no row")));
    }

    private boolean missing(Map.Entry<Long, WorldTally.Lists> list) {
        var empty = list.getValue().factual().length + list.getValue().counterfactual().length == 0;
        return !empty && !published.playlists().containsKey(list.getKey());
    }

    private static String told(WorldTally.Lists lists) {
        return "factual " + Arrays.toString(lists.factual()) + ", counterfactual "
                + Arrays.toString(lists.counterfactual());
    }
}
