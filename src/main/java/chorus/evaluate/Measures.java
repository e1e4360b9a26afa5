package chorus.evaluate;

import chorus.evaluate.accuracy.AccuracyTally;
import chorus.evaluate.amplification.EffectTally;
import chorus.evaluate.amplification.RankQuantiles;
import chorus.evaluate.bias.BiasMeasures;
import chorus.evaluate.externality.AnchorEstimates;
import chorus.evaluate.externality.GainByAnchor;
import chorus.evaluate.externality.GainByPopularity;
import chorus.evaluate.externality.LorenzPoints;
import chorus.evaluate.externality.PlayCounts;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.stream.Stream;

/** The register of measures: all that is taken of a model and of a campaign. Each stands beside the function that takes it. */
public final class Measures {
    public static final List<Measure> ALL = Stream.of(
                    EffectTally.measures(), AccuracyTally.measures(), BiasMeasures.measures())
            .flatMap(List::stream)
            .toList();

    /** What the rows of distributions.csv hold: points and quantiles, too many for a column each beside the others. */
    public static final List<Measure> DISTRIBUTIONS = Stream.of(
                    LorenzPoints.MEASURES,
                    List.of(RankQuantiles.LISTED),
                    RankQuantiles.MEASURES,
                    GainByPopularity.MEASURES,
                    GainByAnchor.MEASURES,
                    PlayCounts.MEASURES,
                    GainByPopularity.PER_PLAYLIST,
                    AnchorEstimates.MEASURES)
            .flatMap(List::stream)
            .toList();

    private Measures() {}
}
