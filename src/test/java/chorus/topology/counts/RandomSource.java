package chorus.topology.counts;

import chorus.state.Counts;
import chorus.state.RandomEdits;
import chorus.state.cooccurrence.Deltas;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Someone who changes counts at random, and takes back only what he gave; as a playlist does. */
final class RandomSource {
    /** Mostly all worlds; one that has plants, both; all but one, as where an organic insertion meets a plant. */
    private static final int[] SETS = {-1, -1, -1, 1 << 1, 1 << 2, 1 << 1 | 1 << 2, ~(1 << 1), ~(1 << 2)};

    private final Random random;
    private final int tracks;
    private final int neighbours;
    private final List<Counts> worlds = IntStream.range(0, RandomEdits.WORLDS)
            .mapToObj(world -> new Counts())
            .toList();

    /**
     * Changes pairs of {@code tracks} and {@code neighbours}.
     *
     * @param tracks 0…tracks−1 have rows
     * @param neighbours 0…neighbours−1 stand in them, the last one more for a track's own: none is its own neighbour
     */
    RandomSource(Random random, int tracks, int neighbours) {
        this.random = random;
        this.tracks = tracks;
        this.neighbours = neighbours;
    }

    /** Up to {@code most} changes; while {@code shrinking} they mostly take a count back to zero. */
    Deltas next(int most, boolean shrinking) {
        var deltas = new Deltas();
        for (var left = 1 + random.nextInt(most); left > 0; left--) {
            var back = random.nextInt(10) < (shrinking ? 9 : 2);
            var set = new WorldSet(SETS[random.nextInt(SETS.length)]);
            if (random.nextInt(5) == 0) {
                track(deltas, back, set);
            } else if (back) {
                takeBack(deltas, set);
            } else {
                var from = random.nextInt(tracks);
                var to = random.nextInt(neighbours);
                pair(deltas, from, to == from ? neighbours : to, 1, random.nextInt(2), set);
            }
        }
        return deltas;
    }

    private void takeBack(Deltas deltas, WorldSet set) {
        var rows = worlds.get(set.lowest()).pairs();
        if (rows.isEmpty()) {
            return;
        }
        var from = anyOf(rows);
        var to = anyOf(rows.getOrDefault(from, Map.of()));
        var window = seeing(set).stream()
                .mapToInt(each -> each.pair(from, to).window())
                .min()
                .orElse(0);
        var adjacent = seeing(set).stream()
                .mapToInt(each -> each.pair(from, to).adjacent())
                .min()
                .orElse(0);
        for (var w = window; w > 0; w--) {
            pair(deltas, from, to, -1, 0, set);
        }
        for (var a = adjacent; a > 0; a--) {
            pair(deltas, from, to, 0, -1, set);
        }
    }

    private int anyOf(Map<Integer, ?> row) {
        var keys = new ArrayList<>(row.keySet());
        return keys.get(random.nextInt(keys.size()));
    }

    private List<Counts> seeing(WorldSet set) {
        return IntStream.range(0, worlds.size())
                .filter(set::has)
                .mapToObj(worlds::get)
                .toList();
    }

    /** Sets are given as the fold gives them: worlds that do not exist are as the twin is. */
    private void pair(Deltas deltas, int from, int to, int window, int adjacent, WorldSet set) {
        deltas.pair(from, to, window, adjacent, set.bits());
        seeing(set).forEach(each -> each.addPair(from, to, window, adjacent));
    }

    private void track(Deltas deltas, boolean back, WorldSet set) {
        var track = random.nextInt(tracks);
        var held = seeing(set).stream()
                .mapToInt(each -> each.tracks().getOrDefault(track, 0))
                .min()
                .orElse(0);
        var change = back && held > 0 ? -1 : 1;
        deltas.track(track, change, set.bits());
        seeing(set).forEach(each -> each.addTrack(track, change));
    }
}
