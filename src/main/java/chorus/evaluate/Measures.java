package chorus.evaluate;

import chorus.evaluate.accuracy.AccuracyTally;
import chorus.evaluate.amplification.EffectTally;
import chorus.evaluate.bias.BiasMeasures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.stream.Stream;

/** The register of measures: all that is taken of a model and of a campaign. Each stands beside the function that takes it. */
public final class Measures {
    public static final List<Measure> ALL = Stream.of(
                    EffectTally.measures(), AccuracyTally.measures(), BiasMeasures.measures())
            .flatMap(List::stream)
            .toList();

    private Measures() {}
}
