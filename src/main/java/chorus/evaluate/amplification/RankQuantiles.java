package chorus.evaluate.amplification;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Where the target stands in the test lists, as quantiles of its rank ÷ K over the tests: at 1 or less it is a hit. The q-quantile is
 * the ⌈q·n⌉-th smallest of n; a list that lacks the target counts as if it came after all others, and a quantile that falls on such
 * a list is undefined.
 */
public final class RankQuantiles {
    private static final List<Integer> AT = List.of(5, 10, 25, 50, 75, 90);

    /** One a quantile. */
    public static final List<Measure> MEASURES = AT.stream()
            .map(at -> new Measure(
                    "target_rank_p" + at,
                    "K",
                    Measure.Better.NEITHER,
                    "the target's rank ÷ K that " + at
                            + " % of the tests reach or better; undefined where their lists lack it",
                    "this project"))
            .toList();

    public static final Measure LISTED = new Measure(
            "target_listed",
            "ratio",
            Measure.Better.NEITHER,
            "tests whose list has the target, at whatever rank ÷ test_playlists",
            "this project");

    private RankQuantiles() {}

    /**
     * None without a test.
     *
     * @param ranks by test, the target's rank from 0; negative where the list lacks it
     * @param heldOut by test, K
     */
    public static Figures of(int[] ranks, int[] heldOut) {
        var listed = IntStream.range(0, ranks.length)
                .filter(i -> ranks[i] >= 0)
                .mapToDouble(i -> (ranks[i] + 1.0) / heldOut[i])
                .toArray();
        Arrays.sort(listed);
        var share =
                ranks.length == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) listed.length / ranks.length);
        return IntStream.range(0, AT.size())
                .mapToObj(i -> Figures.NONE.with(MEASURES.get(i), quantile(listed, ranks.length, AT.get(i))))
                .reduce(Figures.NONE.with(LISTED, share), Figures::and);
    }

    private static OptionalDouble quantile(double[] listed, int tests, int hundredths) {
        // in whole numbers: 0.1 × 30 is a little more than 3
        var place = Math.ceilDiv((long) hundredths * tests, 100);
        return place == 0 || place > listed.length
                ? OptionalDouble.empty()
                : OptionalDouble.of(listed[(int) place - 1]);
    }
}
