package chorus.evaluate.bias;

import chorus.rows.results.Measure;
import chorus.state.popularity.LongTail;

/**
 * APLT, average percentage of long-tail tracks = share of the recommendations that fall on the {@link LongTail}, in 0…1: over
 * all recommendations at once (Abdollahpouri et al. 2019 take the mean of each list's share).
 */
public final class Aplt {
    public static final Measure MEASURE = new Measure(
            "aplt",
            "ratio",
            Measure.Better.MORE,
            "share of long-tail tracks among the recommended",
            "Abdollahpouri et al. 2019, over all lists at once");

    private Aplt() {}

    static double of(RecommendationTally tally, Repertoire repertoire, LongTail longTail) {
        var tail = 0L;
        for (var track : repertoire.tracks()) {
            tail += longTail.holds(track) ? tally.count(track) : 0;
        }
        return (double) tail / tally.total();
    }
}
