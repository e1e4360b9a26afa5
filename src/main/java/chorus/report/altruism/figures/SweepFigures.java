package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a sweep, by what was varied. */
public final class SweepFigures {
    private SweepFigures() {}

    /**
     * SVG by the names of files; nothing of those that the sweep has no use for.
     *
     * @param runs by their values of the keys
     */
    public static Map<String, Optional<String>> of(List<String> keys, Map<List<String>, List<RoundRow>> runs) {
        var swept = Swept.of(keys, runs);
        var axes = swept.axes();
        var figures = new LinkedHashMap<String, Optional<String>>();
        figures.put(
                "heat.svg",
                axes.size() > 1 && !swept.courses().isEmpty()
                        ? Optional.of(HeatFigure.of(swept, axes.getFirst(), axes.get(1)))
                        : Optional.empty());
        figures.put(
                "last.svg",
                axes.stream()
                        .findFirst()
                        .flatMap(axis -> lines(Column.along(swept, axis), axis.title(), swept.said("round"))));
        figures.put(
                "over-rounds.svg",
                swept.rounds() > 1 ? lines(Column.overRounds(swept), "round", swept.said("")) : Optional.empty());
        return figures;
    }

    private static Optional<String> lines(List<Column> columns, String below, String said) {
        return LineFigure.canShow(columns) ? Optional.of(LineFigure.of(columns, below, said)) : Optional.empty();
    }
}
