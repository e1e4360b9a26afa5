package chorus.evaluate.bias;

import chorus.state.popularity.LongTail;

/**
 * APLT, average percentage of long-tail tracks = share of the recommendations that fall on the {@link LongTail}, in 0…1: over
 * all recommendations at once (Abdollahpouri et al. 2019 take the mean of each list's share).
 */
final class Aplt {
    private Aplt() {}

    static double of(RecommendationTally tally, Catalogue catalogue, LongTail longTail) {
        var tail = 0L;
        for (var track : catalogue.tracks()) {
            tail += longTail.holds(track) ? tally.count(track) : 0;
        }
        return (double) tail / tally.total();
    }
}
