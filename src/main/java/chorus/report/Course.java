package chorus.report;

import chorus.evaluate.amplification.Amplification;
import chorus.playlist.World;
import chorus.rows.results.EvaluationRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/** A campaign over the generations, as it is drawn: its rise, its decay, and its twin. Never empty. */
record Course(String campaign, List<Step> steps) {
    /**
     * @param share hits ÷ test playlists
     * @param twinShare the same in the lists of the twin
     * @param amplification per playlist
     */
    record Step(
            long generation, int tests, double alpha, double share, double twinShare, OptionalDouble amplification) {
        static Step of(EvaluationRow row) {
            return new Step(
                    row.generation(),
                    row.testPlaylists(),
                    row.effect().alpha(),
                    row.hitShare().orElseThrow(),
                    row.twinHitShare().orElseThrow(),
                    row.figure(Amplification.PER_PLAYLIST));
        }
    }

    Course {
        steps = List.copyOf(steps);
    }

    /** One course a campaign, in the order of the rows; generations without a test playlist are left out. */
    static List<Course> of(List<EvaluationRow> rows) {
        var steps = new LinkedHashMap<String, List<Step>>();
        rows.stream()
                .filter(row -> row.world() == World.FACTUAL && !row.campaign().isEmpty() && row.testPlaylists() > 0)
                .forEach(row -> steps.computeIfAbsent(row.campaign(), name -> new ArrayList<>())
                        .add(Step.of(row)));
        return steps.entrySet().stream()
                .map(entry -> new Course(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The largest share of this course, of either world. */
    double top() {
        return steps.stream()
                .mapToDouble(step -> Math.max(step.share(), step.twinShare()))
                .max()
                .orElse(0);
    }
}
