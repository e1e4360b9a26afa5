package chorus.evaluate.bias;

import chorus.rows.results.Measure;

/**
 * Shannon entropy of recommendations over tracks, in bits: −Σ p·log₂ p with p a track's share of all recommendations; 0 when
 * one track takes all, log₂ n when n tracks share equally (the measure of that name in RankSys, for lists of one length).
 */
public final class Entropy {
    public static final Measure MEASURE = new Measure(
            "entropy",
            "bits",
            Measure.Better.MORE,
            "entropy of the recommendations over tracks",
            "RankSys, for lists of one length");

    private static final double LN2 = StrictMath.log(2);

    private Entropy() {}

    /** @param counts by ascending track id, which is the order of the sum */
    static double of(long[] counts, long total) {
        var sum = 0.0;
        for (var count : counts) {
            if (count > 0) {
                var share = (double) count / total;
                sum -= share * (StrictMath.log(share) / LN2);
            }
        }
        return sum;
    }
}
