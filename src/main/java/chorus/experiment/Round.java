package chorus.experiment;

import chorus.rows.CountsMark;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.worlds.World;
import java.util.List;

/**
 * What is kept of one epoch: its generation without the model, and the fingerprint of the counts that it was made from.
 *
 * @param counts each world's digest over all rows: the sum of what the topology's partitions say in their marks
 */
public record Round(GenerationRow generation, List<EvaluationRow> evaluations, CountsMark counts) {
    public Round {
        evaluations = List.copyOf(evaluations);
    }

    List<EvaluationRow> in(World world) {
        return evaluations.stream()
                .filter(row -> row.world().equals(world.name()))
                .toList();
    }
}
