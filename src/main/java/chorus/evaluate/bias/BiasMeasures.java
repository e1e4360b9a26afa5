package chorus.evaluate.bias;

import chorus.rows.EvaluationRow.Bias;
import chorus.state.popularity.LongTail;
import java.util.Optional;

/** All measures of popularity bias of one tally over one catalogue. */
public final class BiasMeasures {
    private BiasMeasures() {}

    /** Empty where nothing was recommended. */
    public static Optional<Bias> of(RecommendationTally tally, Catalogue catalogue, LongTail longTail) {
        if (tally.total() == 0) {
            return Optional.empty();
        }
        var tracks = tally.overTracks(catalogue);
        var artists = tally.overArtists(catalogue);
        return Optional.of(new Bias(
                Gini.of(tracks),
                Gini.of(artists),
                LorenzShare.topTenth(tracks),
                LorenzShare.topTenth(artists),
                Arp.of(tally, catalogue),
                Aplt.of(tally, catalogue, longTail),
                Coverage.of(tracks),
                Entropy.of(tracks, tally.total())));
    }
}
