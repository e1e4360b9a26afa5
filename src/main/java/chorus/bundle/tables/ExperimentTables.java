package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.config.Sweep;
import chorus.experiment.sweep.Findings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an experiment came to as tables.
 *
 * @param amplification none without a campaign, or where more than strategy and size is varied
 * @param course as results, at every generation; none where that was not asked for
 * @param courseMeans as means, by generation; none where that was not asked for
 */
public record ExperimentTables(
        Scale scale,
        Sheet results,
        Sheet means,
        Optional<Sheet> amplification,
        Optional<Sheet> course,
        Optional<Sheet> courseMeans) {
    /** @param findings what each variant came to, in order */
    public static ExperimentTables of(Sweep sweep, List<Findings> findings) {
        var outcomes = Outcome.of(sweep, findings);
        var course = Outcome.course(sweep, findings);
        return new ExperimentTables(
                Scale.of(sweep.variants().size(), outcomes),
                ResultsSheet.of(ResultsSheet.NAME, sweep.keys(), outcomes),
                MeansSheet.of(MeansSheet.NAME, sweep.keys(), outcomes),
                AmplificationSheet.of(outcomes),
                some(course, ResultsSheet.of("course", sweep.keys(), course)),
                some(course, MeansSheet.of("course_means", Outcome.courseKeys(sweep), course)));
    }

    private static Optional<Sheet> some(List<Outcome> outcomes, Sheet sheet) {
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(sheet);
    }

    public List<Sheet> all() {
        return Stream.of(Stream.of(results, means), amplification.stream(), course.stream(), courseMeans.stream())
                .flatMap(sheets -> sheets)
                .toList();
    }
}
