package chorus.bundle;

import chorus.bundle.Provenance.Machine;
import chorus.bundle.tables.Scale;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code summary.json} of an experiment.
 *
 * @param kind {@link #KIND}
 * @param keys that are varied
 */
public record ExperimentSummary(
        String kind,
        String name,
        SortedMap<String, String> versions,
        Machine machine,
        String file,
        String data,
        List<String> overrides,
        List<String> keys,
        Scale scale,
        String began,
        double seconds) {
    /** What tells it from a run's. */
    public static final String KIND = "experiment";

    static ExperimentSummary of(String name, Provenance from, List<String> keys, Scale scale) {
        return new ExperimentSummary(
                KIND,
                name,
                from.versions(),
                from.machine(),
                from.file(),
                from.data(),
                from.overrides(),
                keys,
                scale,
                from.began(),
                from.seconds());
    }
}
