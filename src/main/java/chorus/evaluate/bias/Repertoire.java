package chorus.evaluate.bias;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.function.IntUnaryOperator;

/**
 * All that could be recommended in one world at a cut: the tracks with a count, and their artists.
 *
 * @param trackCounts by track id, how many training playlists hold it
 * @param tracks the tracks with a count, ascending
 * @param artistOf artist by track id, negative where unknown
 * @param artists the known artists of {@code tracks}, in no order
 */
public record Repertoire(int[] trackCounts, int[] tracks, IntUnaryOperator artistOf, int[] artists) {
    public static Repertoire of(int[] trackCounts, IntUnaryOperator artistOf) {
        var tracks = new IntArrayList();
        var artists = new IntOpenHashSet();
        for (var track = 0; track < trackCounts.length; track++) {
            if (trackCounts[track] > 0) {
                tracks.add(track);
                if (artistOf.applyAsInt(track) >= 0) {
                    artists.add(artistOf.applyAsInt(track));
                }
            }
        }
        return new Repertoire(trackCounts, tracks.toIntArray(), artistOf, artists.toIntArray());
    }
}
