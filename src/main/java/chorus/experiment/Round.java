package chorus.experiment;

import chorus.retrain.Generation;
import chorus.rows.CountsMark;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.worlds.World;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is kept of one epoch: its generation without the model, and the fingerprint of the counts that it was made from.
 *
 * @param distributions how the figures of evaluations are spread, in the same order
 * @param counts each world's digest over all rows: the sum of what the topology's partitions say in their marks
 */
public record Round(
        GenerationRow generation,
        List<EvaluationRow> evaluations,
        List<DistributionRow> distributions,
        CountsMark counts) {
    public Round {
        evaluations = List.copyOf(evaluations);
        distributions = List.copyOf(distributions);
    }

    static Round of(Generation generation, CountsMark counts) {
        return new Round(generation.row(), generation.evaluations(), generation.distributions(), counts);
    }

    /** The evaluations with how their figures are spread among those of the campaign's effect. */
    public List<EvaluationRow> detailed() {
        return IntStream.range(0, evaluations.size())
                .mapToObj(i -> {
                    var row = evaluations.get(i);
                    return new EvaluationRow(
                            row.generation(),
                            row.world(),
                            row.campaign(),
                            row.recommender(),
                            row.testPlaylists(),
                            row.effect().with(distributions.get(i).figures()),
                            row.figures());
                })
                .toList();
    }

    List<EvaluationRow> in(World world) {
        return evaluations.stream()
                .filter(row -> row.world().equals(world.name()))
                .toList();
    }
}
