package chorus.evaluate.amplification;

import chorus.rows.results.Measure;
import java.util.OptionalDouble;

/**
 * What other campaigns do to a campaign's hits: hits beside them ÷ hits in the world where it happens alone − 1, from −1 (nothing
 * is left) over 0 (nothing has changed) upwards. Hits are integers over the same tests, so that no chance but theirs enters.
 */
public final class Interference {
    public static final Measure MEASURE = new Measure(
            "interference",
            "",
            Measure.Better.NEITHER,
            "hits ÷ hits in the world of this campaign alone − 1; undefined without such a world, or without a hit there",
            "this project");

    private Interference() {}

    /**
     * @param hits R(s*) in a world of several campaigns, or in the same
     * @param alone R(s*) in the world of the campaign alone
     */
    public static OptionalDouble of(long hits, long alone) {
        return alone == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / alone - 1);
    }
}
