package chorus.rows.results;

import java.util.OptionalDouble;

/**
 * How the figures of an evaluation are spread, beside its row: a row of distributions.csv. Of the same generation, world, campaign
 * and recommender as an {@link EvaluationRow}.
 *
 * @param campaign empty where no campaign has started in the world
 * @param figures points of the Lorenz curve, quantiles of the target's rank, gains by popularity
 */
public record DistributionRow(long generation, String world, String campaign, String recommender, Figures figures) {
    public OptionalDouble figure(Measure measure) {
        return figures.of(measure.name());
    }
}
