package chorus.loadtest.result;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole outcome of a load test, as {@code load.json} holds it.
 *
 * @param sustainable the highest rate whose lag did not grow, of a search that found one, edits/s
 * @param steps what a search tried, in order
 * @param lagAtEnd records of edits or deltas not committed when the wait at the end was over
 * @param differences what verify found; empty where it was not asked
 */
public record LoadResult(
        Origin origin,
        Measured measured,
        OptionalDouble sustainable,
        List<Step> steps,
        long lagAtEnd,
        OptionalLong differences) {
    public LoadResult {
        steps = List.copyOf(steps);
    }

    /**
     * What a result is worth nothing without.
     *
     * @param at when, ISO 8601
     * @param generators which generators' edits these are
     * @param settings the effective settings of the system, as YAML
     */
    public record Origin(
            String workload,
            String kind,
            String at,
            long randomSeed,
            String generators,
            SortedMap<String, String> machine,
            SortedMap<String, String> versions,
            String settings) {
        public Origin {
            machine = new TreeMap<>(machine);
            versions = new TreeMap<>(versions);
        }
    }

    /** Addresses may differ: one process may name the broker that another one embeds. */
    private boolean sameSettings(LoadResult other) {
        return withoutAddresses(origin.settings).equals(withoutAddresses(other.origin.settings));
    }

    private static List<String> withoutAddresses(String settings) {
        return settings.lines()
                .filter(line ->
                        !line.strip().startsWith("bootstrap:") && !line.strip().startsWith("registry:"))
                .toList();
    }

    /**
     * The results of several generators of one load as one.
     *
     * @throws IllegalArgumentException where they are not of the same load
     */
    public LoadResult merge(LoadResult other) {
        if (!origin.workload.equals(other.origin.workload)
                || origin.randomSeed != other.origin.randomSeed
                || !sameSettings(other)) {
            throw new IllegalArgumentException("results of different loads: " + origin.workload + " and "
                    + other.origin.workload + " must agree in name, randomSeed and settings");
        }
        if (!steps.isEmpty() || !other.steps.isEmpty()) {
            throw new IllegalArgumentException("a search is done by one generator: there is nothing to merge");
        }
        var whose = new Origin(
                origin.workload,
                origin.kind,
                origin.at.compareTo(other.origin.at) <= 0 ? origin.at : other.origin.at,
                origin.randomSeed,
                origin.generators + "+" + other.origin.generators,
                origin.machine,
                origin.versions,
                origin.settings);
        return new LoadResult(
                whose,
                measured.beside(other.measured),
                OptionalDouble.empty(),
                List.of(),
                Math.max(lagAtEnd, other.lagAtEnd),
                differences.isPresent() ? differences : other.differences);
    }
}
