package chorus.retrain;

import chorus.recommend.WorldCounts;
import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.TrackCountRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows as the topology publishes them, made of two worlds' counts. */
final class PublishedRows {
    private PublishedRows() {}

    /** Neighbours are dealt to a track's chunks by their id. */
    static List<PairRow> pairs(WorldCounts factual, WorldCounts counterfactual, int chunks) {
        var rows = new ArrayList<PairRow>();
        var tracks = Math.max(factual.trackCounts().length, counterfactual.trackCounts().length);
        for (var track = 0; track < tracks; track++) {
            var merged = new TreeMap<Integer, int[]>();
            fill(merged, factual, track, 0);
            fill(merged, counterfactual, track, 2);
            for (var chunk = 0; chunk < chunks; chunk++) {
                rows.add(row(merged, track, chunk, chunks));
            }
        }
        return rows;
    }

    private static void fill(SortedMap<Integer, int[]> merged, WorldCounts counts, int track, int at) {
        if (track < counts.trackCounts().length) {
            for (var i = counts.rowStart()[track]; i < counts.rowStart()[track + 1]; i++) {
                var four = merged.computeIfAbsent(counts.to()[i], _ -> new int[4]);
                four[at] = counts.window()[i];
                four[at + 1] = counts.adjacent()[i];
            }
        }
    }

    private static PairRow row(SortedMap<Integer, int[]> merged, int track, int chunk, int chunks) {
        var chosen = merged.entrySet().stream()
                .filter(each -> each.getKey() % chunks == chunk)
                .toList();
        var columns = IntStream.range(0, 4)
                .mapToObj(column -> chosen.stream()
                        .mapToInt(each -> each.getValue()[column])
                        .toArray())
                .toList();
        return new PairRow(
                track,
                chunk,
                chunks,
                chosen.stream().mapToInt(Map.Entry::getKey).toArray(),
                new PairCounts(columns.get(0), columns.get(1)),
                new PairCounts(columns.get(2), columns.get(3)));
    }

    static List<TrackCountRow> tracks(WorldCounts factual, WorldCounts counterfactual) {
        var tracks = Math.max(factual.trackCounts().length, counterfactual.trackCounts().length);
        return IntStream.range(0, tracks)
                .mapToObj(track -> new TrackCountRow(track, factual.count(track), counterfactual.count(track)))
                .toList();
    }
}
