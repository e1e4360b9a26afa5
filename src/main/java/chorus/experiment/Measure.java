package chorus.experiment;

import chorus.rows.EvaluationRow;
import chorus.rows.EvaluationRow.Accuracy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A column of figures in an experiment's table: a number of each peak, undefined in some. */
record Measure(String name, int decimals, Function<Peak, OptionalDouble> of) {
    /** What is averaged over seeds. */
    static final List<Measure> AVERAGED = List.of(
            new Measure("hit_share", 4, Measure::hitShare),
            new Measure("amplification_per_playlist", 2, peak -> peak.factual()
                    .effect()
                    .amplificationPerPlaylist()),
            new Measure("amplification_per_frequency", 2, peak -> peak.factual()
                    .effect()
                    .amplificationPerFrequency()),
            accuracy("ndcg", Peak::factual, Accuracy::ndcg),
            accuracy("ndcg_twin", Peak::twin, Accuracy::ndcg),
            accuracy("r_precision", Peak::factual, Accuracy::rPrecision));

    private static Measure accuracy(String name, Function<Peak, EvaluationRow> world, Function<Accuracy, Double> part) {
        return new Measure(name, 4, peak -> world.apply(peak)
                .accuracy()
                .map(accuracy -> OptionalDouble.of(part.apply(accuracy)))
                .orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble hitShare(Peak peak) {
        var tests = peak.factual().testPlaylists();
        return tests == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) peak.factual().effect().hits() / tests);
    }
}
