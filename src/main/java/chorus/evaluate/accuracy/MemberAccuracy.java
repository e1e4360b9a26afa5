package chorus.evaluate.accuracy;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What taking part does to the members themselves: how well their own playlists are foretold, as those are without the plant, by the
 * model of the world and by that of the twin. Both have learnt from these playlists, so that the figures are higher than those of
 * tests; what tells is how the two differ. B24, §5, asks for it and defines nothing: this is our reading.
 */
public final class MemberAccuracy {
    private static final String SOURCE = "after B24, §5";
    private static final List<ListMeasure> OF = List.of(new Ndcg(), new RPrecision(), new Precision());

    private static final Measure JUDGED = new Measure(
            "members_judged",
            "playlists",
            Measure.Better.NEITHER,
            "how many these are: fewer than members where a listener takes up the target, or where nothing follows a seed",
            SOURCE);

    private MemberAccuracy() {}

    /** What is measured. */
    public static List<Measure> measures() {
        return Stream.concat(
                        OF.stream().flatMap(each -> Stream.of(level(each.measure()), loss(each.measure()))),
                        Stream.of(JUDGED))
                .toList();
    }

    private static Measure level(Measure of) {
        return new Measure(
                "members_" + of.name(),
                of.unit(),
                of.better(),
                "mean " + of.name()
                        + " over members' playlists, those that hold a target here and not in the twin, as they are there",
                SOURCE);
    }

    private static Measure loss(Measure of) {
        return new Measure(
                "members_loss_" + of.name(),
                of.unit(),
                Measure.Better.LESS,
                "the same of the twin's lists − that",
                SOURCE);
    }

    /**
     * @param judged how many playlists
     * @param world what lists of its model come to over the members' playlists; none where there are none
     * @param twin the same of its model
     */
    public static Figures of(int judged, Figures world, Figures twin) {
        if (judged == 0) {
            return Figures.NONE;
        }
        var figures = Figures.NONE.with(JUDGED, OptionalDouble.of(judged));
        for (var each : OF) {
            var name = each.measure().name();
            var here = world.of(name);
            var there = twin.of(name);
            if (here.isPresent() && there.isPresent()) {
                figures = figures.with(level(each.measure()), here)
                        .with(loss(each.measure()), OptionalDouble.of(there.getAsDouble() - here.getAsDouble()));
            }
        }
        return figures;
    }
}
