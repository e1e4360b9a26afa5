package chorus.evaluate.bias;

import chorus.rows.results.Measure;
import java.util.Arrays;

/**
 * Share of the recommendations that the most recommended tenth of the catalogue holds: 1 − L(0.9) on the Lorenz curve, from
 * 0.1 (all equal) to 1 (B24, §5.3: "80 % of recommendations go to 10 % of artists"). A tenth of n that is no whole number
 * takes its part of the next one, as the curve is linear between its points.
 */
public final class LorenzShare {
    public static final Measure TRACKS = new Measure(
            "lorenz_top10_tracks", "ratio", Measure.Better.LESS, "share of the top 10 % of tracks", "B24, §5.3");
    public static final Measure ARTISTS = new Measure(
            "lorenz_top10_artists", "ratio", Measure.Better.LESS, "share of the top 10 % of artists", "B24, §5.3");

    private LorenzShare() {}

    /** 0 where nothing was recommended. */
    public static double topTenth(long[] counts) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        var n = sorted.length;
        var whole = n / 10;
        var tenths = 0L;
        for (var i = 1; i <= whole; i++) {
            tenths += 10 * sorted[n - i];
        }
        if (n > 0) {
            tenths += n % 10 * sorted[n - whole - 1];
        }
        var total = Arrays.stream(counts).sum();
        return total == 0 ? 0 : tenths / (10.0 * total);
    }
}
