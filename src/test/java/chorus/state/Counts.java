package chorus.state;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.Lanes;
import chorus.worlds.WorldSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of one world in plain maps without zeros: summed from deltas, or counted over lists by nested loops.
 *
 * @param pairs by from, then to
 */
public record Counts(Map<Integer, Map<Integer, Count>> pairs, Map<Integer, Integer> tracks) {
    /** How often a pair stands within the window, and side by side. */
    public record Count(int window, int adjacent) {}

    public Counts() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    /** The naive recount: every pair of positions of every training playlist as {@code world} sees it. */
    public static Counts of(NaiveLists lists, int world, int window, HeldOut heldOut) {
        var counts = new Counts();
        for (var id : lists.alive()) {
            if (!heldOut.holds(new PlaylistId(id))) {
                counts.count(lists.view(id, world), window);
            }
        }
        return counts;
    }

    private void count(int[] list, int window) {
        for (var i = 0; i < list.length; i++) {
            addTrack(list[i], 1);
            for (var j = 0; j < list.length; j++) {
                if (i < j && j - i <= window) {
                    addPair(list[i], list[j], 1, j - i == 1 ? 1 : 0);
                }
            }
        }
    }

    /** Adds those of {@code deltas} that happen in {@code world}. */
    public void add(Deltas deltas, int world) {
        for (var i = 0; i < deltas.pairs(); i++) {
            if (new WorldSet(deltas.worlds(i)).has(world)) {
                var change = Deltas.lanes(deltas.code(i));
                addPair(deltas.from(i), deltas.to(i), Lanes.window(change), Lanes.adjacent(change));
            }
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            if (new WorldSet(deltas.trackWorlds(i)).has(world)) {
                addTrack(deltas.track(i), Lanes.window(Deltas.lanes(deltas.trackCode(i))));
            }
        }
    }

    public Count pair(int from, int to) {
        return pairs.getOrDefault(from, Map.of()).getOrDefault(to, new Count(0, 0));
    }

    public void addPair(int from, int to, int window, int adjacent) {
        var old = pair(from, to);
        var sum = new Count(old.window + window, old.adjacent + adjacent);
        var row = pairs.computeIfAbsent(from, f -> new TreeMap<>());
        row.put(to, sum);
        if (sum.equals(new Count(0, 0))) {
            row.remove(to);
            pairs.computeIfPresent(from, (f, r) -> r.isEmpty() ? null : r);
        }
    }

    public void addTrack(int track, int count) {
        tracks.compute(track, (t, old) -> {
            var sum = count + (old == null ? 0 : old);
            return sum == 0 ? null : sum;
        });
    }

    /** The fingerprint that a mark must carry of these counts. */
    public WorldDigest digest() {
        var digest = 0L;
        var size = 0L;
        for (var row : pairs.entrySet()) {
            for (var pair : row.getValue().entrySet()) {
                var count = pair.getValue();
                digest += CountDigest.pair(row.getKey(), pair.getKey(), count.window, count.adjacent);
                size++;
            }
        }
        for (var track : tracks.entrySet()) {
            digest += CountDigest.track(track.getKey(), track.getValue());
        }
        return new WorldDigest(digest, size, tracks.size());
    }
}
