package chorus.evaluate.bias;

/**
 * ARP, average recommendation popularity = mean training frequency of the recommended tracks, in training playlists: over all
 * recommendations at once (Abdollahpouri et al. 2019 take the mean of each list's mean, the same for lists of one length).
 */
final class Arp {
    private Arp() {}

    static double of(RecommendationTally tally, Catalogue catalogue) {
        var sum = 0L;
        for (var track : catalogue.tracks()) {
            sum += tally.count(track) * catalogue.trackCounts()[track];
        }
        return (double) sum / tally.total();
    }
}
