package chorus.simulate.collective;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * What a collective knows when its campaign starts, and never learns anew: in how many of its own playlists (cntQ) and in how many
 * of the training playlists that it knows, its own included (cntT), a track stands. Targets, those of all campaigns, are not
 * counted.
 *
 * @param playlists how many are its own
 * @param own cntQ by track id
 * @param frequencies cntT by track id, or a public number in its place
 * @param over how many playlists these were counted in
 * @param turns of greedy InClust; empty for any other strategy
 * @param targets by track id; none of them is ever an anchor
 */
public record Knowledge(int playlists, int[] own, double[] frequencies, int over, Int2IntMap turns, IntSet targets) {

    /** Counts of {@code own}, the collective's playlists, and of {@code known}, which has these too. */
    static Knowledge of(List<KnownPlaylist> own, List<KnownPlaylist> known, Int2IntMap turns, IntSet targets) {
        var frequencies = new double[bound(known)];
        count(known, targets, track -> frequencies[track]++);
        var inOwn = new int[bound(own)];
        count(own, targets, track -> inOwn[track]++);
        return new Knowledge(own.size(), inOwn, frequencies, known.size(), turns, targets);
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

    /** The same with each track's frequency times {@code factor}. */
    Knowledge times(IntToDoubleFunction factor) {
        var changed = new double[frequencies.length];
        for (var track = 0; track < changed.length; track++) {
            changed[track] = frequencies[track] == 0 ? 0 : frequencies[track] * factor.applyAsDouble(track);
        }
        return new Knowledge(playlists, own, changed, over, turns, targets);
    }

    public boolean isTarget(int track) {
        return targets.contains(track);
    }

    /** cntQ of a track; 0 for one that came up later. */
    public int inOwn(int track) {
        return track < own.length ? own[track] : 0;
    }

    /** cntT of a track, or its stream count; 0 for one that came up later. */
    public double frequency(int track) {
        return track < frequencies.length ? frequencies[track] : 0;
    }

    /** What the collective takes for the probability that a playlist holds the track; of noisy numbers it may be above 1. */
    public double estimate(int track) {
        return over == 0 ? 0 : frequency(track) / over;
    }

    /** The turn of a track in greedy InClust; one that has none comes after all that have, by its cntQ. */
    int turn(int track) {
        return turns.containsKey(track) ? turns.get(track) : turns.size() + playlists - inOwn(track);
    }
}
