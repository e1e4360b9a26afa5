package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.config.Sweep;
import chorus.experiment.sweep.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an experiment came to as tables.
 *
 * @param amplification none without a campaign, or where more than strategy and size is varied
 */
public record ExperimentTables(Scale scale, Sheet results, Sheet means, Optional<Sheet> amplification) {
    /** @param held what each variant came to, in order */
    public static ExperimentTables of(Sweep sweep, List<List<Held>> held) {
        var outcomes = Outcome.of(sweep, held);
        return new ExperimentTables(
                Scale.of(sweep.variants().size(), outcomes),
                ResultsSheet.of(sweep.keys(), outcomes),
                MeansSheet.of(sweep.keys(), outcomes),
                AmplificationSheet.of(outcomes));
    }

    public List<Sheet> all() {
        return Stream.concat(Stream.of(results, means), amplification.stream()).toList();
    }
}
