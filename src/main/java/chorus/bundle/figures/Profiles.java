package chorus.bundle.figures;

import chorus.bundle.figures.Figure.Axis;
import chorus.bundle.figures.Figure.Line;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import chorus.bundle.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Figures of measures that are one quantity at several places, such as the points of a Lorenz curve: the place, with which the
 * measures' names end, is along the axis; a panel a quantity and recommender, a line for each combination of what is varied.
 */
public final class Profiles {
    /** What ends the name of all measures of a quantity, in the words of an experiment's file. */
    public static final String ALL = "*";

    private static final String RECOMMENDER = "recommender";
    private static final double WIDE = 50;

    /** What the places of a quantity are. */
    private static final Map<String, String> PLACES = Map.of(
            "lorenz_", "% of the tracks, the least recommended first",
            "target_rank_p", "% of the tests");

    /** What quantities are told by that bins of tracks have. */
    private static final String BINS = "_from_";

    private final Sheet means;
    private final List<String> told;

    /**
     * @param means as {@code means.csv} has them
     * @param keys its varied keys
     */
    public Profiles(Sheet means, List<String> keys) {
        this.means = means;
        var columns = new ArrayList<>(keys);
        columns.addAll(List.of("campaign", "world"));
        told = columns.stream()
                .filter(column -> means.distinct(column).size() > 1)
                .toList();
    }

    /** Whether a figure is one of these. */
    public static boolean is(List<String> measures) {
        return measures.stream().allMatch(measure -> measure.endsWith(ALL));
    }

    /** Whether a measure is one of those that {@code asked} names. */
    public static boolean isOf(String measure, String asked) {
        return asked.endsWith(ALL) && measure.matches(prefix(asked) + "\\d+");
    }

    private static String prefix(String asked) {
        return asked.substring(0, asked.length() - ALL.length());
    }

    /** @param measures of quantities that have the same places */
    public Figure of(String name, String title, String subtitle, List<String> measures) {
        var recommenders = means.distinct(RECOMMENDER);
        var panels = new ArrayList<Panel>();
        for (var asked : measures) {
            for (var recommender : recommenders) {
                var rows = means.where(RECOMMENDER, recommender);
                var lines = lines(rows, asked);
                if (!lines.isEmpty()) {
                    var unit = means.distinct("measure").stream()
                            .filter(measure -> isOf(measure, asked))
                            .findFirst()
                            .map(Figures.Labels::unit)
                            .orElse("");
                    var quantity =
                            prefix(asked).replaceAll("(_from|_p)?_?$", "").replace('_', ' ');
                    panels.add(new Panel(recommender, quantity + unit, lines));
                }
            }
        }
        var xs = panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .summaryStatistics();
        var first = prefix(measures.getFirst());
        var place = first.endsWith(BINS) ? "training plays, from" : PLACES.getOrDefault(first, first);
        var axis = new Axis(place, xs.getMin() > 0 && xs.getMax() / xs.getMin() >= WIDE, List.of());
        return new Figure(name, title, subtitle, axis, Math.max(1, recommenders.size()), panels);
    }

    private List<Line> lines(Sheet rows, String asked) {
        var labels = rows.rows().stream()
                .filter(row -> isOf(rows.at(row, "measure"), asked))
                .map(this::label)
                .distinct()
                .toList();
        return labels.stream()
                .map(label -> new Line(
                        label,
                        rows.rows().stream()
                                .filter(row -> isOf(rows.at(row, "measure"), asked)
                                        && label(row).equals(label))
                                .map(row -> point(row, prefix(asked)))
                                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                                .toList()))
                .toList();
    }

    private Point point(List<String> row, String prefix) {
        var place = Double.parseDouble(means.at(row, "measure").substring(prefix.length()));
        var mean = means.number(row, "mean").orElseThrow();
        var high = means.number(row, "high");
        return new Point(
                place, mean, high.isPresent() ? OptionalDouble.of(high.getAsDouble() - mean) : OptionalDouble.empty());
    }

    private String label(List<String> row) {
        return IntStream.range(0, told.size())
                .mapToObj(i -> Figures.Labels.told(told.get(i), means.at(row, told.get(i))))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
