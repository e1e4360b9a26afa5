package chorus.evaluate.bias;

import chorus.rows.results.Measure;
import java.util.Arrays;

/**
 * Gini coefficient of recommendations over the whole catalogue, zeros included: 0 when all are recommended equally often, 1
 * when one of them takes all. With x_1 ≤ … ≤ x_n: Σ_i (2i − n − 1)·x_i ÷ ((n − 1)·Σ_i x_i).
 *
 * <p>B24 (§5.3) reads concentration off the Lorenz curve; the area form, 2 × the area between curve and diagonal, is this
 * times (n − 1)/n, and is what RecBole's {@code GiniIndex} gives. Elliot's and RankSys' {@code GiniIndex} is 1 − this. Both stand
 * under names of their own, for whoever compares figures with theirs; here over the first K of each list, theirs are over lists of one length.
 */
public final class Gini {
    public static final Measure TRACKS = new Measure(
            "gini_tracks",
            "ratio",
            Measure.Better.LESS,
            "concentration over the catalogue: 0 equal … 1 one alone",
            "B24, §5.3");
    public static final Measure ARTISTS =
            new Measure("gini_artists", "ratio", Measure.Better.LESS, "the same over artists", "B24, §5.3");

    public static final Measure ELLIOT = new Measure(
            "gini_index_elliot",
            "ratio",
            Measure.Better.MORE,
            "1 − gini_tracks: what Elliot and RankSys call Gini index, 1 equal … 0 one alone",
            "Elliot 0.3.1");
    public static final Measure RECBOLE = new Measure(
            "gini_index_recbole",
            "ratio",
            Measure.Better.LESS,
            "gini_tracks × (n − 1) ÷ n over n tracks: what RecBole calls Gini index",
            "RecBole 1");

    private Gini() {}

    static double elliot(long[] counts) {
        return 1 - of(counts);
    }

    static double recBole(long[] counts) {
        return counts.length == 0 ? 0 : of(counts) * (counts.length - 1) / counts.length;
    }

    /** 0 where fewer than two could be recommended or nothing was. */
    public static double of(long[] counts) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        var n = sorted.length;
        var total = 0L;
        var weighted = 0L;
        for (var i = 0; i < n; i++) {
            total += sorted[i];
            weighted += (2L * (i + 1) - n - 1) * sorted[i];
        }
        return n < 2 || total == 0 ? 0 : weighted / ((n - 1.0) * total);
    }
}
