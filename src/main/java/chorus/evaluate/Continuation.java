package chorus.evaluate;

import chorus.evaluate.accuracy.AccuracyTally;
import chorus.evaluate.accuracy.JudgedList;
import chorus.evaluate.amplification.SceneService.Served;
import chorus.playlist.TrackId;
import chorus.rows.results.TestRows.Tested;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * What was recommended for a test playlist; its first K, fewer where it is shorter, are what counts.
 *
 * @param list best first
 * @param judged the list by what was held out
 * @param rareSeed whether the seed holds a track that is rare or unseen in its world
 */
record Continuation(TestPlaylist test, int[] list, JudgedList judged, boolean rareSeed) {
    /** The list with its accuracy, as it is told of. */
    Tested tested() {
        var alone = new AccuracyTally();
        alone.add(judged);
        return new Tested(test.id(), test.seed(), test.heldOut(), list, rareSeed, alone.means());
    }

    /** How many tracks count. */
    int counted() {
        return Math.min(test.heldOut().length, list.length);
    }

    /** Where the first of the tracks stands in the whole list, from 0; −1 where none does. */
    int rank(IntOpenHashSet tracks) {
        for (var rank = 0; rank < list.length; rank++) {
            if (tracks.contains(list[rank])) {
                return rank;
            }
        }
        return -1;
    }

    boolean recommendsAny(IntOpenHashSet tracks) {
        return holdsAny(list, counted(), tracks);
    }

    /** What the list has of the tracks. */
    Served served(IntOpenHashSet tracks) {
        return new Served(
                judged,
                Arrays.stream(list, 0, counted()).filter(tracks::contains).count(),
                counted());
    }

    /** Whether at least a third of the playlist, its seed and what was held out, is among the tracks. */
    boolean isOf(IntOpenHashSet tracks) {
        var own = IntStream.concat(Arrays.stream(test.seed()), Arrays.stream(test.heldOut()))
                .filter(tracks::contains)
                .count();
        return 3 * own >= test.seed().length + test.heldOut().length;
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
