package chorus.report;

import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result needs beside its numbers: {@code summary.json}.
 *
 * @param versions of Chorus, Java, Kafka
 * @param campaigns each in every world where it happens, by world as shown
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

    /**
     * The generation at which the largest share of a world's tests had a campaign's target: a cell of campaigns × worlds, for each
     * recommender.
     *
     * @param figures of the effect there, by the names of their columns; what is undefined has no entry
     */
    public record Peak(
            String campaign,
            String world,
            long generation,
            long hits,
            double hitShare,
            double twinHitShare,
            double alpha,
            SortedMap<String, Double> figures,
            String recommender) {
        static Peak of(Course course) {
            var top = course.peak();
            var effect = top.row().effect();
            return new Peak(
                    course.curve().campaign(),
                    course.curve().world(),
                    top.generation(),
                    effect.hits(),
                    top.share(),
                    top.twinShare(),
                    effect.alpha(),
                    new TreeMap<>(effect.figures().values()),
                    top.row().recommender());
        }
    }

    /** The summary of a run's files; offsets and sizes are the caller's to know. */
    public static Summary of(String name, long randomSeed, RunBundle run, Map<String, String> versions) {
        return new Summary(
                name,
                new TreeMap<>(versions),
                randomSeed,
                Scale.of(run.generations()),
                Course.recommenders(run.evaluations()).stream()
                        .flatMap(recommender -> Course.of(run.worlds(), run.evaluations(), recommender).stream())
                        .map(Peak::of)
                        .toList(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The same with the end offsets of its topics and the sizes of its state. */
    public Summary with(SortedMap<String, SortedMap<Integer, Long>> offsets, Map<String, Long> stateSizes) {
        return new Summary(name, versions, randomSeed, scale, campaigns, offsets, new TreeMap<>(stateSizes));
    }
}
