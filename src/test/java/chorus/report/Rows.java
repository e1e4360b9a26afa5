package chorus.report;

import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.SuccessRate;
import chorus.playlist.World;
import chorus.rows.SomeFigures;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.OptionalDouble;

/** Rows as a run would give them: a campaign that rises to 90 of 500 tests and is over at generation 9. */
final class Rows {
    private static final long[] HITS = {0, 0, 20, 60, 90, 90, 60, 20, 0, 0};

    private Rows() {}

    static GenerationRow generation(long number) {
        return new GenerationRow(number, "PooledNN", 1000 * (number + 1), 2, 4500, 500, 20_000, 1_800_000, "");
    }

    static List<EvaluationRow> evaluations(long number) {
        return List.of(
                row(number, World.FACTUAL, "lift", HITS[(int) number]),
                row(number, World.FACTUAL, "a, \"b\"", 0),
                row(number, World.COUNTERFACTUAL, "lift", 0),
                row(number, World.COUNTERFACTUAL, "a, \"b\"", 0));
    }

    static EvaluationRow row(long generation, World world, String campaign, long hits) {
        var members = world == World.FACTUAL ? hits / 2 : 0;
        var alpha = members / 4500.0;
        var perPlaylist = members == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / 500.0 / alpha);
        var gained = Figures.NONE
                .with(Amplification.PER_PLAYLIST, perPlaylist)
                .with(SuccessRate.ALL, OptionalDouble.of(hits / 500.0));
        var effect = new EvaluationRow.Effect(members, alpha, hits, 0, gained);
        var figures = SomeFigures.accuracy(0.1, 0.2, 0.31, 0.23, 0.25, 1.8)
                .and(SomeFigures.bias(0.9, 0.8, 0.7, 0.6, 12, 0.2, 0.05, 6));
        return new EvaluationRow(generation, world, campaign, 500, effect, figures);
    }
}
