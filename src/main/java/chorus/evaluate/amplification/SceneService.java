package chorus.evaluate.amplification;

import chorus.evaluate.accuracy.JudgedList;
import chorus.evaluate.accuracy.Ndcg;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How a campaign for the tracks of a scene serves the tests of that scene, and what it costs the others, in the world and in the twin
 * (after F25, the experiment on histories). Served is how much of what is recommended is of the scene.
 */
public final class SceneService {
    public static final Measure TESTS = measure(
            "scene_tests",
            "ratio",
            Measure.Better.NEITHER,
            "tests of the scene, with at least a third of their tracks among the targets of an altruistic campaign ÷ test_playlists");
    private static final List<Measure> OF_SCENE = pairs(
            "scene", "mean share of targets among the first K, over the tests of the scene", "mean ndcg over them");
    private static final List<Measure> OF_OTHERS =
            pairs("others", "the same share over all other tests", "mean ndcg over these");

    private final Side scene = new Side();
    private final Side others = new Side();

    private static List<Measure> pairs(String who, String served, String ndcg) {
        return List.of(
                measure(who + "_served", "ratio", Measure.Better.NEITHER, served),
                measure(who + "_served_twin", "ratio", Measure.Better.NEITHER, "the same in the twin's lists"),
                measure(who + "_ndcg", "ratio", Measure.Better.MORE, ndcg),
                measure(who + "_ndcg_twin", "ratio", Measure.Better.MORE, "the same of the twin's lists"));
    }

    private static Measure measure(String name, String unit, Measure.Better better, String formula) {
        return new Measure(name, unit, better, formula, "after F25");
    }

    /**
     * A list of one test.
     *
     * @param served targets among its first K
     * @param counted how many tracks count: K, or fewer in a shorter list
     */
    public record Served(JudgedList judged, long served, int counted) {
        private double share() {
            return counted == 0 ? 0 : (double) served / counted;
        }
    }

    /** Adds a test; in ascending playlist id. */
    public void add(boolean ofScene, Served twin, Served own) {
        (ofScene ? scene : others).add(twin, own);
    }

    /** Undefined over no test. */
    public Figures figures() {
        var tests = scene.tests + others.tests;
        var share = tests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) scene.tests / tests);
        return Figures.NONE.with(TESTS, share).and(scene.figures(OF_SCENE)).and(others.figures(OF_OTHERS));
    }

    /** What is measured. */
    public static List<Measure> measures() {
        return Stream.of(List.of(TESTS), OF_SCENE, OF_OTHERS)
                .flatMap(List::stream)
                .toList();
    }

    /** Sums over the tests of one side: served, served in the twin, ndcg, ndcg in the twin. */
    private static final class Side {
        private final double[] sums = new double[4];
        private final Ndcg ndcg = new Ndcg();
        private long tests;

        void add(Served twin, Served own) {
            tests++;
            sums[0] += own.share();
            sums[1] += twin.share();
            sums[2] += ndcg.of(own.judged());
            sums[3] += ndcg.of(twin.judged());
        }

        Figures figures(List<Measure> measures) {
            var figures = Figures.NONE;
            for (var i = 0; i < sums.length && tests > 0; i++) {
                figures = figures.with(measures.get(i), OptionalDouble.of(sums[i] / tests));
            }
            return figures;
        }
    }
}
