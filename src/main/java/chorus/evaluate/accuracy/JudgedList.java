package chorus.evaluate.accuracy;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * One recommended list r_1…r_L judged by the held-out tracks G of its playlist.
 *
 * @param hitRanks 0-based ranks of the recommended tracks that are in G, ascending
 * @param heldOut K = |G|, at least 1
 * @param asked how many tracks were asked for; the list may be shorter
 * @param sharedArtists |artists of all recommendations ∩ artists of G|, tracks of unknown artist left out
 */
public record JudgedList(int[] hitRanks, int heldOut, int asked, int sharedArtists) {
    /** @param artistOf artist by track id, negative where unknown */
    public static JudgedList of(int[] recommended, int[] heldOut, int asked, IntUnaryOperator artistOf) {
        var relevant = new IntOpenHashSet(heldOut);
        var ranks = new IntArrayList();
        for (var rank = 0; rank < recommended.length; rank++) {
            if (relevant.contains(recommended[rank])) {
                ranks.add(rank);
            }
        }
        return new JudgedList(ranks.toIntArray(), heldOut.length, asked, shared(recommended, heldOut, artistOf));
    }

    private static int shared(int[] recommended, int[] heldOut, IntUnaryOperator artistOf) {
        var wanted = new IntOpenHashSet();
        for (var track : heldOut) {
            wanted.add(artistOf.applyAsInt(track));
        }
        var found = 0;
        for (var track : recommended) {
            var artist = artistOf.applyAsInt(track);
            if (artist >= 0 && wanted.remove(artist)) {
                found++;
            }
        }
        return found;
    }

    /** The list with nothing relevant where its first relevant track stands. */
    public JudgedList withoutFirstHit() {
        return hitRanks.length == 0 ? this : with(Arrays.copyOfRange(hitRanks, 1, hitRanks.length));
    }

    /** The list with one more relevant track, at a rank where none stands; the same where all of them are listed already. */
    public JudgedList withHitAt(int rank) {
        return hitRanks.length == heldOut
                ? this
                : with(IntStream.concat(IntStream.of(hitRanks), IntStream.of(rank))
                        .sorted()
                        .toArray());
    }

    private JudgedList with(int[] ranks) {
        return new JudgedList(ranks, heldOut, asked, sharedArtists);
    }

    /** Hits among the first K recommendations. */
    int hitsWithinK() {
        var hits = 0;
        while (hits < hitRanks.length && hitRanks[hits] < heldOut) {
            hits++;
        }
        return hits;
    }
}
