package chorus.simulate.catalog;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Global hits, drawn with weight ∝ 1/rank whatever the scene; hit h lives in the first scene of genre h mod genres. */
final class Hits {
    private final Weights weights;
    private final int[] tracks;

    Hits(int hits) {
        weights = new Weights(hits, 1);
        tracks = new int[hits];
        Arrays.fill(tracks, Catalogue.NONE);
    }

    /** One hit's track; {@code release} makes the track of a hit that is drawn for the first time. */
    int draw(Chance chance, IntUnaryOperator release) {
        var hit = weights.draw(chance);
        if (tracks[hit] == Catalogue.NONE) {
            tracks[hit] = release.applyAsInt(hit);
        }
        return tracks[hit];
    }
}
