package chorus.verify;

import static chorus.verify.PairTally.counts;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.TrackCountRow;
import chorus.verify.Verification.Difference;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds every published row against the naive counts, and every naive count against the published rows. */
final class RowComparison {
    private static final String NO_ROW = "no row";

    private final Published published;
    private final List<String> worlds;
    private final CanonicalForm form;
    private final Differences differences;
    private long compared;

    /** Counts of a pair in one world. */
    private record Pair(long counts) {
        @Override
        public String toString() {
            return PairTally.window(counts) + " in the window and " + PairTally.adjacent(counts) + " adjacent";
        }
    }

    /** @param worlds by name, in the order of bits */
    RowComparison(Published published, List<String> worlds, Differences differences) {
        this.published = published;
        this.worlds = worlds;
        this.form = new CanonicalForm(worlds.size());
        this.differences = differences;
    }

    /** How many pairs, tracks and playlists were compared. */
    long compared() {
        return compared;
    }

    void pairs(WorldTally naive) {
        var seen = new LongOpenHashSet();
        for (var row : published.chunks()) {
            for (var to : row.to()) {
                var pair = PairTally.pair(row.track(), to);
                if (!seen.add(pair)) {
                    differences.note(() -> new Difference(name(pair), "one row", "several"));
                }
            }
            compared += row.to().length;
            var fault = form.fault(row);
            fault.ifPresent(what -> misshapen("chunk " + row.chunk() + " of track " + row.track(), what));
            if (fault.isEmpty()) {
                compare(naive, row);
            }
        }
        naive.pairs().filter(pair -> !seen.contains(pair)).sorted().forEach(pair -> {
            IntFunction<Object> expected = world -> new Pair(naive.pair(world, pair));
            differences.note(() -> new Difference(name(pair), told(expected, world -> true), NO_ROW));
        });
    }

    private void compare(WorldTally naive, PairRow row) {
        var byWorld = IntStream.range(0, worlds.size()).mapToObj(row::in).toArray(PairCounts[]::new);
        for (var i = 0; i < row.to().length; i++) {
            compare(naive, PairTally.pair(row.track(), row.to()[i]), at(byWorld, i));
        }
    }

    private static long[] at(PairCounts[] byWorld, int i) {
        return Arrays.stream(byWorld)
                .mapToLong(counts -> counts(counts.window()[i], counts.adjacent()[i]))
                .toArray();
    }

    private void compare(WorldTally naive, long pair, long[] actual) {
        var expected = new long[actual.length];
        Arrays.setAll(expected, world -> naive.pair(world, pair));
        var none = Arrays.stream(actual).allMatch(counts -> counts == 0);
        if (none || !Arrays.equals(expected, actual)) {
            var missed = Arrays.stream(expected).allMatch(counts -> counts == 0);
            IntPredicate wrong = world -> expected[world] != actual[world];
            differences.note(() -> new Difference(
                    name(pair),
                    missed ? NO_ROW : told(world -> new Pair(expected[world]), wrong),
                    none ? "a row of zeros" : told(world -> new Pair(actual[world]), wrong)));
        }
    }

    private static String name(long pair) {
        return "tracks " + PairTally.from(pair) + " → " + PairTally.to(pair);
    }

    private void misshapen(String what, String fault) {
        differences.note(() -> new Difference(what, "disjoint sets of worlds that differ", fault));
    }

    /** What is said of some worlds, by their names. */
    private String told(IntFunction<Object> ofWorld, IntPredicate which) {
        return IntStream.range(0, worlds.size())
                .filter(which)
                .mapToObj(world -> worlds.get(world) + " " + ofWorld.apply(world))
                .collect(Collectors.joining(", "));
    }

    void tracks(WorldTally naive) {
        var seen = new IntOpenHashSet();
        for (var row : published.trackCounts()) {
            seen.add(row.track());
            compared++;
            form.fault(row).ifPresentOrElse(what -> misshapen("track " + row.track(), what), () -> compare(naive, row));
        }
        naive.tracks().filter(track -> !seen.contains(track)).sorted().forEach(track -> {
            IntFunction<Object> expected = world -> naive.track(world, track);
            differences.note(() -> new Difference("track " + track, told(expected, world -> true), NO_ROW));
        });
    }

    private void compare(WorldTally naive, TrackCountRow row) {
        var track = row.track();
        IntPredicate wrong = world -> naive.track(world, track) != row.in(world);
        if (IntStream.range(0, worlds.size()).anyMatch(wrong)) {
            differences.note(() -> new Difference(
                    "track " + track, told(world -> naive.track(world, track), wrong), told(row::in, wrong)));
        }
    }

    /**
     * An empty playlist may have a row or none.
     *
     * @param naive views by world, by playlist
     */
    void heldOut(Map<Long, int[][]> naive) {
        for (var row : published.playlists().values()) {
            var expected = naive.get(row.playlist());
            var name = "held-out playlist " + row.playlist();
            compared++;
            if (expected == null) {
                differences.note(() -> new Difference(name, NO_ROW, "a row"));
            } else {
                form.fault(row).ifPresentOrElse(what -> misshapen(name, what), () -> compare(name, expected, row));
            }
        }
        naive.forEach((playlist, views) -> {
            var empty = Arrays.stream(views).allMatch(view -> view.length == 0);
            if (!empty && !published.playlists().containsKey(playlist)) {
                differences.note(() -> new Difference(
                        "held-out playlist " + playlist,
                        told(world -> Arrays.toString(views[world]), world -> true),
                        NO_ROW));
            }
        });
    }

    private void compare(String name, int[][] expected, PlaylistRow row) {
        IntPredicate wrong = world -> !Arrays.equals(expected[world], row.in(world));
        if (IntStream.range(0, worlds.size()).anyMatch(wrong)) {
            differences.note(() -> new Difference(
                    name,
                    told(world -> Arrays.toString(expected[world]), wrong),
                    told(world -> Arrays.toString(row.in(world)), wrong)));
        }
    }
}
