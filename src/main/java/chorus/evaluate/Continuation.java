package chorus.evaluate;

import chorus.evaluate.accuracy.JudgedList;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Collection;

/**
 * What was recommended for a test playlist; its first K, fewer where it is shorter, are what counts.
 *
 * @param list best first
 * @param judged the list by what was held out
 * @param rareSeed whether the seed holds a track that is rare or unseen in its world
 */
record Continuation(TestPlaylist test, int[] list, JudgedList judged, boolean rareSeed) {
    /** How many tracks count. */
    int counted() {
        return Math.min(test.heldOut().length, list.length);
    }

    boolean recommends(TrackId track) {
        var rank = rank(track);
        return rank >= 0 && rank < counted();
    }

    /** Where the track stands in the whole list, from 0; −1 where it does not. */
    int rank(TrackId track) {
        for (var rank = 0; rank < list.length; rank++) {
            if (list[rank] == track.value()) {
                return rank;
            }
        }
        return -1;
    }

    boolean recommendsAny(IntOpenHashSet tracks) {
        return holdsAny(list, counted(), tracks);
    }

    boolean seedHoldsAny(IntOpenHashSet tracks) {
        return holdsAny(test.seed(), test.seed().length, tracks);
    }

    static IntOpenHashSet ids(Collection<TrackId> tracks) {
        return new IntOpenHashSet(tracks.stream().mapToInt(TrackId::value).toArray());
    }

    private static boolean holdsAny(int[] list, int length, IntOpenHashSet tracks) {
        for (var i = 0; i < length; i++) {
            if (tracks.contains(list[i])) {
                return true;
            }
        }
        return false;
    }
}
