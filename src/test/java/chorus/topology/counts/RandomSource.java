package chorus.topology.counts;

import chorus.playlist.World;
import chorus.state.Counts;
import chorus.state.cooccurrence.Deltas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Someone who changes counts at random, and takes back only what he gave; as a playlist does. */
final class RandomSource {
    private static final List<World> WORLDS =
            List.of(World.BOTH, World.BOTH, World.BOTH, World.FACTUAL, World.COUNTERFACTUAL);

    private final Random random;
    private final int tracks;
    private final int neighbours;
    private final Counts factual = new Counts();
    private final Counts counterfactual = new Counts();

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
            if (random.nextInt(5) == 0) {
                track(deltas, back);
            } else if (back) {
                takeBack(deltas);
            } else {
                var from = random.nextInt(tracks);
                var to = random.nextInt(neighbours);
                pair(deltas, from, to == from ? neighbours : to, 1, random.nextInt(2), world());
            }
        }
        return deltas;
    }

    private World world() {
        return WORLDS.get(random.nextInt(WORLDS.size()));
    }

    private void takeBack(Deltas deltas) {
        var world = world();
        var rows = (world == World.COUNTERFACTUAL ? counterfactual : factual).pairs();
        if (rows.isEmpty()) {
            return;
        }
        var from = anyOf(rows);
        var to = anyOf(rows.getOrDefault(from, Map.of()));
        var window = held(from, to, world).window();
        var adjacent = held(from, to, world).adjacent();
        for (var w = window; w > 0; w--) {
            pair(deltas, from, to, -1, 0, world);
        }
        for (var a = adjacent; a > 0; a--) {
            pair(deltas, from, to, 0, -1, world);
        }
    }

    private int anyOf(Map<Integer, ?> row) {
        var keys = new ArrayList<>(row.keySet());
        return keys.get(random.nextInt(keys.size()));
    }

    /** What every world that {@code world} concerns has of a pair. */
    private Counts.Count held(int from, int to, World world) {
        var f = factual.pair(from, to);
        var c = counterfactual.pair(from, to);
        return switch (world) {
            case FACTUAL -> f;
            case COUNTERFACTUAL -> c;
            case BOTH -> new Counts.Count(Math.min(f.window(), c.window()), Math.min(f.adjacent(), c.adjacent()));
        };
    }

    private void pair(Deltas deltas, int from, int to, int window, int adjacent, World world) {
        deltas.pair(from, to, window, adjacent, world);
        if (world.seenIn(World.FACTUAL)) {
            factual.addPair(from, to, window, adjacent);
        }
        if (world.seenIn(World.COUNTERFACTUAL)) {
            counterfactual.addPair(from, to, window, adjacent);
        }
    }

    private void track(Deltas deltas, boolean back) {
        var world = world();
        var track = random.nextInt(tracks);
        var f = factual.tracks().getOrDefault(track, 0);
        var c = counterfactual.tracks().getOrDefault(track, 0);
        var held = world == World.FACTUAL ? f : world == World.COUNTERFACTUAL ? c : Math.min(f, c);
        var change = back && held > 0 ? -1 : 1;
        deltas.track(track, change, world);
        if (world.seenIn(World.FACTUAL)) {
            factual.addTrack(track, change);
        }
        if (world.seenIn(World.COUNTERFACTUAL)) {
            counterfactual.addTrack(track, change);
        }
    }
}
