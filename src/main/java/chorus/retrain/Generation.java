package chorus.retrain;

import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;

/**
 * What one retrain round yields.
 *
 * @param evaluations by world as shown, then by the campaign's name, then by recommender as in the settings
 * @param distributions beside them, in the same order
 */
public record Generation(GenerationRow row, List<EvaluationRow> evaluations, List<DistributionRow> distributions) {
    public Generation {
        distributions = List.copyOf(distributions);
        evaluations = List.copyOf(evaluations);
    }
}
