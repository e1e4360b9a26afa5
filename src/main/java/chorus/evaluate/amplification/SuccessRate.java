package chorus.evaluate.amplification;

import chorus.rows.results.Measure;
import java.util.OptionalDouble;

/** Share of test playlists with the target among their first K recommendations, over those of one kind, in 0…1 (B24, §5). */
public final class SuccessRate {
    public static final Measure ALL =
            new Measure("success_rate", "ratio", Measure.Better.NEITHER, "hits ÷ test_playlists", "B24, §5");
    public static final Measure ANCHOR_IN_SEED = new Measure(
            "success_rate_anchor_in_seed",
            "ratio",
            Measure.Better.NEITHER,
            "the same over the tests whose seed holds an anchor of a member who holds a plant",
            "B24, §5");
    public static final Measure ANCHOR_IN_TWIN = new Measure(
            "success_rate_anchor_in_twin",
            "ratio",
            Measure.Better.NEITHER,
            "the same over the tests whose twin list holds such an anchor within its first K",
            "B24, §5");

    public static final Measure RARE_SEED = new Measure(
            "success_rate_rare_seed",
            "ratio",
            Measure.Better.NEITHER,
            "the same over the tests with a seed track of at most rareBound training plays, or unseen; without rareBound, of at most 1",
            "this project");

    private long cases;
    private long successes;

    void add(boolean counts, boolean hit) {
        cases += counts ? 1 : 0;
        successes += counts && hit ? 1 : 0;
    }

    void merge(SuccessRate other) {
        cases += other.cases;
        successes += other.successes;
    }

    /** Playlists of the kind. */
    long cases() {
        return cases;
    }

    /** Undefined where there is no playlist of the kind. */
    OptionalDouble value() {
        return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / cases);
    }
}
