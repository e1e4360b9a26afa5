package chorus.report;

import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result needs beside its numbers: {@code summary.json}.
 *
 * @param versions of Chorus, Java, Kafka
 * @param offsets topic → partition → end offset when the run ended; empty without a broker
 * @param stateSizes what is kept, by name, e.g. bytes of the stores' directory
 */
public record Summary(
        String name,
        SortedMap<String, String> versions,
        long randomSeed,
        Scale scale,
        List<Peak> campaigns,
        SortedMap<String, SortedMap<Integer, Long>> offsets,
        SortedMap<String, Long> stateSizes) {

    /** Sizes at the last generation's cut. */
    public record Scale(
            long generations,
            long edits,
            long refused,
            long trainingPlaylists,
            long testPlaylists,
            long tracks,
            long pairs) {
        static Scale of(List<GenerationRow> generations) {
            if (generations.isEmpty()) {
                return new Scale(0, 0, 0, 0, 0, 0, 0);
            }
            var last = generations.getLast();
            return new Scale(
                    generations.size(),
                    last.edits(),
                    last.refused(),
                    last.trainingPlaylists(),
                    last.testPlaylists(),
                    last.tracks(),
                    last.pairs());
        }
    }

    /** The generation at which the largest share of the tests had a campaign's target. */
    public record Peak(String campaign, long generation, double hitShare, double twinHitShare, double alpha) {
        static Peak of(Course course) {
            var top = course.steps().stream()
                    .max(Comparator.comparingDouble(Course.Step::share)
                            .thenComparing(Course.Step::generation, Comparator.reverseOrder()))
                    .orElseThrow();
            return new Peak(course.campaign(), top.generation(), top.share(), top.twinShare(), top.alpha());
        }
    }

    /** The summary of a run's rows; versions, offsets and sizes are the caller's to know. */
    public static Summary of(
            String name,
            long randomSeed,
            List<GenerationRow> generations,
            List<EvaluationRow> evaluations,
            Map<String, String> versions) {
        return new Summary(
                name,
                new TreeMap<>(versions),
                randomSeed,
                Scale.of(generations),
                Course.of(evaluations).stream().map(Peak::of).toList(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The same with the end offsets of its topics and the sizes of its state. */
    public Summary with(SortedMap<String, SortedMap<Integer, Long>> offsets, Map<String, Long> stateSizes) {
        return new Summary(name, versions, randomSeed, scale, campaigns, offsets, new TreeMap<>(stateSizes));
    }
}
