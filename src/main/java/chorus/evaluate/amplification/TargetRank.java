package chorus.evaluate.amplification;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Where the target stands in the whole lists, however many tracks are held out: what is left when another takes a place before it. */
public final class TargetRank {
    public static final Measure RECIPROCAL = new Measure(
            "target_reciprocal_rank",
            "ratio",
            Measure.Better.NEITHER,
            "mean over the tests of 1 ÷ the target's rank in the list, counted from 1; 0 where the list lacks it",
            "mean reciprocal rank, of the target");
    public static final Measure FIRST = first(1);
    public static final Measure FIRST_5 = first(5);
    public static final Measure FIRST_10 = first(10);

    private static final int[] PLACES = {1, 5, 10};
    private static final List<Measure> MEASURES = List.of(FIRST, FIRST_5, FIRST_10);

    private final long[] within = new long[PLACES.length];
    private double reciprocal;
    private long tests;

    private static Measure first(int places) {
        return new Measure(
                "target_in_first_" + places,
                "ratio",
                Measure.Better.NEITHER,
                "tests with the target among their first " + places + " ÷ test_playlists",
                "this project");
    }

    /** @param rank from 0; negative where the list lacks the target. Add in ascending playlist id */
    public void add(int rank) {
        tests++;
        if (rank >= 0) {
            reciprocal += 1.0 / (rank + 1);
            for (var i = 0; i < PLACES.length; i++) {
                within[i] += rank < PLACES[i] ? 1 : 0;
            }
        }
    }

    /** None without a test. */
    public Figures figures() {
        var figures = Figures.NONE.with(RECIPROCAL, overTests(reciprocal));
        return IntStream.range(0, PLACES.length)
                .mapToObj(i -> Figures.NONE.with(MEASURES.get(i), overTests((double) within[i])))
                .reduce(figures, Figures::and);
    }

    private OptionalDouble overTests(double sum) {
        return tests == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / tests);
    }

    /** What is measured. */
    static List<Measure> measures() {
        return List.of(RECIPROCAL, FIRST, FIRST_5, FIRST_10);
    }
}
