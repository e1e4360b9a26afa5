package chorus.experiment;

import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.amplification.Amplification;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A column of figures in an experiment's table: a number of each peak, undefined in some. */
record Averaged(String name, int decimals, Function<Peak, OptionalDouble> of) {
    /** What is averaged over seeds. */
    static final List<Averaged> COLUMNS = List.of(
            new Averaged("hit_share", 4, peak -> peak.factual().hitShare()),
            factual(Amplification.PER_PLAYLIST, 2),
            factual(Amplification.PER_FREQUENCY, 2),
            factual(Ndcg.MEASURE, 4),
            new Averaged("ndcg_twin", 4, peak -> peak.twin().figure(Ndcg.MEASURE)),
            factual(RPrecision.MEASURE, 4));

    private static Averaged factual(Measure measure, int decimals) {
        return new Averaged(measure.name(), decimals, peak -> peak.factual().figure(measure));
    }
}
