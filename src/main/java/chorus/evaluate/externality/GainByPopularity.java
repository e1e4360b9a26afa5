package chorus.evaluate.externality;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Σ ΔR of the bins of {@link Externalities#byPopularity}, as figures: whose recommendations a campaign's target takes. */
public final class GainByPopularity {
    private static final List<String> PLAYS =
            List.of("1", "2", "3–5", "6–10", "11–20", "21–50", "51–100", "more than 100");
    private static final List<Integer> LEAST = List.of(1, 2, 3, 6, 11, 21, 51, 101);

    /** One a bin, by the least plays of its tracks. */
    public static final List<Measure> MEASURES = IntStream.range(0, LEAST.size())
            .mapToObj(i -> new Measure(
                    "delta_r_from_" + LEAST.get(i),
                    "playlists",
                    Measure.Better.NEITHER,
                    "Σ over the tracks with " + PLAYS.get(i)
                            + " training plays in the twin, the target left out, of ΔR = R − R in the twin",
                    "B24, §5"))
            .toList();

    private GainByPopularity() {}

    public static Figures of(Externalities externalities) {
        var bins = externalities.byPopularity();
        return IntStream.range(0, bins.size())
                .mapToObj(i -> Figures.NONE.with(MEASURES.get(i), OptionalDouble.of((double)
                        bins.get(i).change().delta())))
                .reduce(Figures.NONE, Figures::and);
    }
}
