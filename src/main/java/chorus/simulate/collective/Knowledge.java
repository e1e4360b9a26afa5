package chorus.simulate.collective;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a collective knows when its campaign starts, and never learns anew: in how many of its own playlists (cntQ) and in how many
 * of the training playlists that it knows, its own included (cntT), a track stands. Targets, those of all campaigns, are not
 * counted.
 *
 * @param playlists how many are its own
 * @param own cntQ by track id
 * @param frequencies cntT by track id
 * @param turns of greedy InClust; empty for any other strategy
 * @param targets by track id; none of them is ever an anchor
 */
public record Knowledge(int playlists, int[] own, double[] frequencies, Int2IntMap turns, IntSet targets) {

    /** Full knowledge of {@code training}, of which {@code own} are the collective's. */
    static Knowledge full(List<KnownPlaylist> own, List<KnownPlaylist> training, Int2IntMap turns, IntSet targets) {
        var frequencies = new double[bound(training)];
        count(training, targets, track -> frequencies[track]++);
        var inOwn = new int[bound(own)];
        count(own, targets, track -> inOwn[track]++);
        return new Knowledge(own.size(), inOwn, frequencies, turns, targets);
    }

    private static int bound(List<KnownPlaylist> playlists) {
        var tracks = 0;
        for (var playlist : playlists) {
            for (var track : playlist.tracks()) {
                tracks = Math.max(tracks, track + 1);
            }
        }
        return tracks;
    }

    private static void count(List<KnownPlaylist> playlists, IntSet targets, IntConsumer held) {
        for (var playlist : playlists) {
            for (var track : playlist.tracks()) {
                if (!targets.contains(track)) {
                    held.accept(track);
                }
            }
        }
    }

    boolean isTarget(int track) {
        return targets.contains(track);
    }

    /** cntQ of a track; 0 for one that came up later. */
    public int inOwn(int track) {
        return track < own.length ? own[track] : 0;
    }

    /** cntT of a track; 0 for one that came up later. */
    public double frequency(int track) {
        return track < frequencies.length ? frequencies[track] : 0;
    }

    /** The turn of a track in greedy InClust; one that has none comes after all that have, by its cntQ. */
    int turn(int track) {
        return turns.containsKey(track) ? turns.get(track) : turns.size() + playlists - inOwn(track);
    }
}
