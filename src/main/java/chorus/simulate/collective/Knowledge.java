package chorus.simulate.collective;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;

/**
 * What a collective knows when its campaign starts, and never learns anew: in how many of its own playlists (cntQ) and in how many
 * training playlists, its own included (cntT), a track stands. Targets, those of all campaigns, are not counted.
 *
 * @param own cntQ by track id
 * @param training cntT by track id
 * @param targets by track id; none of them is ever an anchor
 */
public record Knowledge(int[] own, int[] training, IntSet targets) {

    /** Full knowledge of {@code training}, of which {@code own} are the collective's. */
    public static Knowledge full(List<KnownPlaylist> own, List<KnownPlaylist> training, IntSet targets) {
        var tracks = 0;
        for (var playlist : training) {
            for (var track : playlist.tracks()) {
                tracks = Math.max(tracks, track + 1);
            }
        }
        return new Knowledge(count(own, tracks, targets), count(training, tracks, targets), targets);
    }

    private static int[] count(List<KnownPlaylist> playlists, int tracks, IntSet targets) {
        var counts = new int[tracks];
        for (var playlist : playlists) {
            for (var track : playlist.tracks()) {
                counts[track]++;
            }
        }
        targets.forEach(target -> {
            if (target < tracks) {
                counts[target] = 0;
            }
        });
        return counts;
    }

    boolean isTarget(int track) {
        return targets.contains(track);
    }

    /** cntQ of a track; 0 for one that came up later. */
    public int inOwn(int track) {
        return track < own.length ? own[track] : 0;
    }

    /** cntT of a track; 0 for one that came up later. */
    public int inTraining(int track) {
        return track < training.length ? training[track] : 0;
    }
}
