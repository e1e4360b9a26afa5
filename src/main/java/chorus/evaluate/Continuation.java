package chorus.evaluate;

import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Collection;

/**
 * The recommendations that count for a test playlist.
 *
 * @param counted the first K of the list, fewer where it is shorter
 */
record Continuation(TestPlaylist test, int[] counted) {
    boolean recommends(TrackId track) {
        return holds(counted, track.value());
    }

    boolean recommendsAny(IntOpenHashSet tracks) {
        return holdsAny(counted, tracks);
    }

    boolean seedHoldsAny(IntOpenHashSet tracks) {
        return holdsAny(test.seed(), tracks);
    }

    static IntOpenHashSet ids(Collection<TrackId> tracks) {
        return new IntOpenHashSet(tracks.stream().mapToInt(TrackId::value).toArray());
    }

    private static boolean holds(int[] list, int track) {
        for (var each : list) {
            if (each == track) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsAny(int[] list, IntOpenHashSet tracks) {
        for (var each : list) {
            if (tracks.contains(each)) {
                return true;
            }
        }
        return false;
    }
}
