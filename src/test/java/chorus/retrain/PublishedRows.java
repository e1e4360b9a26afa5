package chorus.retrain;

import chorus.recommend.WorldCounts;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.TrackCountRow;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows as the topology publishes them, made of the counts of worlds, the twin's first. */
final class PublishedRows {
    private final List<WorldCounts> worlds;

    PublishedRows(List<WorldCounts> worlds) {
        this.worlds = worlds;
    }

    private IntStream allTracks() {
        return IntStream.range(
                0,
                worlds.stream()
                        .mapToInt(each -> each.trackCounts().length)
                        .max()
                        .orElseThrow());
    }

    /** Neighbours are dealt to a track's chunks by their id. */
    List<PairRow> pairs(int chunks) {
        return allTracks()
                .boxed()
                .flatMap(track ->
                        IntStream.range(0, chunks).mapToObj(chunk -> row(neighbours(track), track, chunk, chunks)))
                .toList();
    }

    /** Window and adjacent in each world, by neighbour. */
    private Map<Integer, List<List<Integer>>> neighbours(int track) {
        var all = new TreeMap<Integer, List<List<Integer>>>();
        for (var world = 0; world < worlds.size(); world++) {
            var counts = worlds.get(world);
            for (var i = start(counts, track); i < start(counts, track + 1); i++) {
                all.computeIfAbsent(counts.to()[i], _ -> uncounted())
                        .set(world, List.of(counts.window()[i], counts.adjacent()[i]));
            }
        }
        return all;
    }

    private List<List<Integer>> uncounted() {
        return new ArrayList<>(worlds.stream().map(_ -> List.of(0, 0)).toList());
    }

    private static int start(WorldCounts counts, int track) {
        return counts.rowStart()[Math.min(track, counts.trackCounts().length)];
    }

    private static PairRow row(Map<Integer, List<List<Integer>>> neighbours, int track, int chunk, int chunks) {
        var to = new IntArrayList();
        var twin = new Columns();
        var at = new IntArrayList();
        var sets = new IntArrayList();
        var others = new Columns();
        neighbours.forEach((neighbour, counts) -> {
            if (neighbour % chunks == chunk) {
                differing(counts).forEach((value, set) -> {
                    at.add(to.size());
                    sets.add((int) set);
                    others.add(value);
                });
                to.add((int) neighbour);
                twin.add(counts.getFirst());
            }
        });
        var differing = new Differing(at.toIntArray(), sets.toIntArray(), others.counts());
        return new PairRow(track, chunk, chunks, to.toIntArray(), twin.counts(), differing);
    }

    private record Columns(IntArrayList window, IntArrayList adjacent) {
        Columns() {
            this(new IntArrayList(), new IntArrayList());
        }

        void add(List<Integer> pair) {
            window.add((int) pair.getFirst());
            adjacent.add((int) pair.getLast());
        }

        PairCounts counts() {
            return new PairCounts(window.toIntArray(), adjacent.toIntArray());
        }
    }

    List<TrackCountRow> tracks() {
        return allTracks()
                .mapToObj(track -> {
                    var counts = worlds.stream().map(each -> each.count(track)).toList();
                    var differing = differing(counts);
                    return new TrackCountRow(
                            track,
                            counts.getFirst(),
                            differing.values().stream().mapToInt(set -> set).toArray(),
                            differing.keySet().stream().mapToInt(count -> count).toArray());
                })
                .toList();
    }

    /** The values that are not the first one, with the set of worlds that have them; by the lowest of these. */
    static <V> Map<V, Integer> differing(List<V> values) {
        var sets = new LinkedHashMap<V, Integer>();
        for (var world = 1; world < values.size(); world++) {
            if (!values.get(world).equals(values.getFirst())) {
                sets.merge(values.get(world), 1 << world, (one, other) -> one | other);
            }
        }
        return sets;
    }
}
