package chorus.evaluate.externality;

import chorus.evaluate.externality.Externalities.Bin;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bins of {@link Externalities#byPopularity} as figures: whose recommendations a campaign's target takes, and how much natural
 * songs are recommended for how much they are played.
 */
public final class GainByPopularity {
    private static final List<String> PLAYS =
            List.of("1", "2", "3–5", "6–10", "11–20", "21–50", "51–100", "more than 100");
    private static final List<Integer> LEAST = List.of(1, 2, 3, 6, 11, 21, 51, 101);

    private static final String SOURCE = "B24, §5";

    private static final List<Measure> DELTA =
            bins("delta_r_from_", "playlists", "Σ of ΔR = R − R in the twin over the tracks with ", SOURCE);
    private static final List<Measure> SHARE =
            bins("delta_r_share_from_", "ratio", "Σ ΔR ÷ Σ R in the twin over the tracks with ", SOURCE);
    private static final List<Measure> NATURAL = bins(
            "natural_amplification_from_",
            "",
            "(Σ R ÷ ΣK) ÷ (Σ plays ÷ Σ training lengths), in the twin, over the tracks with ",
            SOURCE);

    /** The natural songs' other reading, one a bin. */
    public static final List<Measure> PER_PLAYLIST = bins(
            "natural_amplification_per_playlist_from_",
            "",
            "(Σ R ÷ test playlists) ÷ (Σ plays ÷ training playlists), in the twin, over the tracks with ",
            SOURCE);

    /** One a bin and figure, by the least plays of the bin's tracks. */
    public static final List<Measure> MEASURES =
            Stream.of(DELTA, SHARE, NATURAL).flatMap(List::stream).toList();

    private GainByPopularity() {}

    /** A measure a bin, by the least plays of the bin's tracks. */
    static List<Measure> bins(String prefix, String unit, String formula, String source) {
        return IntStream.range(0, LEAST.size())
                .mapToObj(i -> new Measure(
                        prefix + LEAST.get(i),
                        unit,
                        Measure.Better.NEITHER,
                        formula + PLAYS.get(i) + " training plays in the twin, the target left out",
                        source))
                .toList();
    }

    /**
     * @param tests of the twin
     * @param counted ΣK over these
     * @param trainingPlaylists of the twin
     * @param entries Σ of their lengths
     */
    public static Figures of(
            Externalities externalities, long tests, long counted, long trainingPlaylists, long entries) {
        var bins = externalities.byPopularity();
        return Stream.of(
                        figures(
                                DELTA,
                                bins,
                                bin -> OptionalDouble.of((double) bin.change().delta())),
                        figures(SHARE, bins, bin -> bin.change().relative()),
                        figures(NATURAL, bins, bin -> bin.amplification(counted, entries)),
                        figures(PER_PLAYLIST, bins, bin -> bin.perPlaylist(tests, trainingPlaylists)))
                .reduce(Figures.NONE, Figures::and);
    }

    private static Figures figures(List<Measure> measures, List<Bin> bins, Function<Bin, OptionalDouble> of) {
        return IntStream.range(0, bins.size())
                .mapToObj(i -> Figures.NONE.with(measures.get(i), of.apply(bins.get(i))))
                .reduce(Figures.NONE, Figures::and);
    }
}
