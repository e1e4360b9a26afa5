package chorus.evaluate.bias;

import chorus.rows.results.Measure;

/**
 * ARP, average recommendation popularity = mean training frequency of the recommended tracks, in training playlists: over all
 * recommendations at once (Abdollahpouri et al. 2019 take the mean of each list's mean, the same for lists of one length).
 */
public final class Arp {
    public static final Measure MEASURE = new Measure(
            "arp",
            "playlists",
            Measure.Better.LESS,
            "mean training frequency of the recommended tracks",
            "Abdollahpouri et al. 2019, over all lists at once");

    private Arp() {}

    static double of(RecommendationTally tally, Repertoire repertoire) {
        var sum = 0L;
        for (var track : repertoire.tracks()) {
            sum += tally.count(track) * repertoire.trackCounts()[track];
        }
        return (double) sum / tally.total();
    }
}
