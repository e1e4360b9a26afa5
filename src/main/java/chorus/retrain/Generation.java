package chorus.retrain;

import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;

/**
 * What one retrain round yields.
 *
 * @param evaluations by world as shown, then by the campaign's name, then by recommender as in the settings
 */
public record Generation(GenerationRow row, List<EvaluationRow> evaluations) {
    public Generation {
        evaluations = List.copyOf(evaluations);
    }
}
