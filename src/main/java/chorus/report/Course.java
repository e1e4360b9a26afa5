package chorus.report;

import chorus.evaluate.amplification.Amplification;
import chorus.rows.results.EvaluationRow;
import chorus.worlds.Worlds;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A campaign in a world over the generations, as it is drawn: its rise, its decay, and its twin. Never empty. */
record Course(Curve curve, List<Step> steps) {
    private static final Comparator<Step> BY_SHARE =
            Comparator.comparingDouble(Step::share).thenComparing(Step::generation, Comparator.reverseOrder());

    /** One generation of it, with at least one test playlist. */
    record Step(EvaluationRow row) {
        long generation() {
            return row.generation();
        }

        double alpha() {
            return row.effect().alpha();
        }

        /** Hits ÷ test playlists. */
        double share() {
            return row.hitShare().orElseThrow();
        }

        /** The same in the lists of the twin. */
        double twinShare() {
            return row.twinHitShare().orElseThrow();
        }

        /** Per playlist. */
        OptionalDouble amplification() {
            return row.figure(Amplification.PER_PLAYLIST);
        }
    }

    Course {
        steps = List.copyOf(steps);
    }

    /**
     * One course a campaign and world in which it happens, of the first recommender: by world as shown, then in the order of the
     * rows; generations without a test playlist are left out.
     */
    static List<Course> of(Worlds worlds, List<EvaluationRow> rows) {
        return recommenders(rows).stream()
                .limit(1)
                .flatMap(first -> of(worlds, rows, first).stream())
                .toList();
    }

    /** The recommenders of rows, in their order. */
    static List<String> recommenders(List<EvaluationRow> rows) {
        return rows.stream().map(EvaluationRow::recommender).distinct().toList();
    }

    /** The same of one recommender. */
    static List<Course> of(Worlds worlds, List<EvaluationRow> all, String recommender) {
        var rows = all.stream()
                .filter(row -> row.recommender().equals(recommender))
                .toList();
        var campaigns = rows.stream().map(EvaluationRow::campaign).distinct().toList();
        return Curve.of(worlds, campaigns).stream()
                .flatMap(curve -> along(curve, rows))
                .toList();
    }

    private static Stream<Course> along(Curve curve, List<EvaluationRow> rows) {
        var steps = rows.stream()
                .filter(row -> curve.shows(row) && row.testPlaylists() > 0)
                .map(Step::new)
                .toList();
        return steps.isEmpty() ? Stream.of() : Stream.of(new Course(curve, steps));
    }

    /** The generation with the largest share, the first of several. */
    Step peak() {
        return steps.stream().max(BY_SHARE).orElseThrow();
    }

    /** The largest share of this course, of its own lists or the twin's. */
    double top() {
        return steps.stream()
                .mapToDouble(step -> Math.max(step.share(), step.twinShare()))
                .max()
                .orElse(0);
    }
}
