package chorus.evaluate.externality;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Some points of the {@link LorenzCurve} over tracks, closer to each other where it rises, as figures. */
public final class LorenzPoints {
    private static final int STEPS = 100;
    /** Shares of the catalogue, in hundredths. */
    private static final List<Integer> AT = List.of(10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 93, 96, 98, 99);

    /** One a point, by its share of the catalogue. */
    public static final List<Measure> MEASURES = AT.stream()
            .map(at -> new Measure(
                    "lorenz_" + at,
                    "ratio",
                    Measure.Better.MORE,
                    "share of the recommendations that go to the " + at + " % of tracks that are recommended least",
                    "B24, §5.3"))
            .toList();

    private LorenzPoints() {}

    /**
     * None where nothing was recommended.
     *
     * @param recommendations of each track of the catalogue, zeros included
     */
    public static Figures of(long[] recommendations) {
        var curve = LorenzCurve.of(recommendations, STEPS);
        return IntStream.range(0, curve.isEmpty() ? 0 : AT.size())
                .mapToObj(i -> Figures.NONE.with(
                        MEASURES.get(i), OptionalDouble.of(curve.get(AT.get(i)).held())))
                .reduce(Figures.NONE, Figures::and);
    }
}
