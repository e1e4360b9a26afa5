package chorus.retrain;

import chorus.recommend.Recommender;
import chorus.rows.EvaluationRow;
import chorus.rows.GenerationRow;
import java.util.List;

/**
 * What one retrain round yields.
 *
 * @param evaluations by campaign name, the factual world before the counterfactual
 * @param factual the model of the factual world, the one that listeners meet
 */
public record Generation(GenerationRow row, List<EvaluationRow> evaluations, Recommender factual) {
    public Generation {
        evaluations = List.copyOf(evaluations);
    }
}
