package chorus.bundle.figures;

import chorus.bundle.figures.Figure.Axis;
import chorus.bundle.figures.Figure.Line;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import chorus.bundle.sheet.Sheet;
import chorus.evaluate.Measures;
import chorus.report.Table.Kind;
import chorus.rows.results.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Figures of a sheet of means: a measure over one varied key, a panel a measure and recommender, a line for each combination of
 * whatever else differs.
 */
public final class Figures {
    /** Along the axis, a figure of a course; it is no varied key. */
    public static final String GENERATION = "generation";

    private static final String CAMPAIGN = "campaign";
    private static final String RECOMMENDER = "recommender";
    private static final double PER_CENT = 100;
    private static final double A_DECADE = 10;

    /** Of these a line is told by, where they differ, besides the varied keys. */
    private static final List<String> NAMES = List.of(CAMPAIGN, "world");

    private final Sheet means;
    private final List<String> keys;
    private final String x;

    /**
     * @param means as {@code means.csv} has them
     * @param keys its varied keys
     * @param over the one along the axis; empty: the first whose values are numbers, or else the first, or else the campaign
     */
    public Figures(Sheet means, List<String> keys, String over) {
        this.means = means;
        this.keys = keys.stream().filter(this::differs).toList();
        this.x = over.isEmpty() ? first() : over;
    }

    private boolean differs(String column) {
        return means.distinct(column).size() > 1;
    }

    private String first() {
        return keys.stream()
                .filter(this::isOfNumbers)
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .orElse(CAMPAIGN);
    }

    private boolean isOfNumbers(String column) {
        return means.heads().get(means.index(column)).kind() != Kind.TEXT;
    }

    /** A figure of some measures; those that are undefined everywhere have no panel. */
    public Figure of(String name, String title, String subtitle, List<String> measures) {
        var recommenders = means.distinct(RECOMMENDER);
        var panels = new ArrayList<Panel>();
        for (var measure : measures) {
            var rows = means.where("measure", measure);
            if (!rows.rows().isEmpty()) {
                recommenders.forEach(
                        each -> panels.add(new Panel(each, Labels.of(measure), lines(rows.where(RECOMMENDER, each)))));
            }
        }
        return new Figure(name, title, subtitle, axis(), Math.max(1, recommenders.size()), panels);
    }

    private Axis axis() {
        if (!isOfNumbers(x)) {
            return new Axis(
                    x, false, means.distinct(x).stream().map(Labels::plain).toList());
        }
        var values = means.rows().stream().mapToDouble(this::x).summaryStatistics();
        var isWide = !x.equals(GENERATION) && values.getMin() > 0 && values.getMax() / values.getMin() >= A_DECADE;
        return new Axis(isShare() ? "α as planned, % of the training playlists" : x, isWide, List.of());
    }

    private boolean isShare() {
        return x.endsWith(".alpha");
    }

    private double x(List<String> row) {
        if (!isOfNumbers(x)) {
            return means.distinct(x).indexOf(means.at(row, x));
        }
        var value = Double.parseDouble(means.at(row, x));
        return isShare() ? PER_CENT * value : value;
    }

    private List<Line> lines(Sheet rows) {
        var byLabel = new LinkedHashMap<String, List<Point>>();
        rows.rows().forEach(row -> byLabel.computeIfAbsent(label(row), _ -> new ArrayList<>())
                .add(point(row)));
        return byLabel.entrySet().stream()
                .map(each -> new Line(
                        each.getKey(),
                        each.getValue().stream()
                                .sorted(Comparator.comparingDouble(Point::x))
                                .toList()))
                .toList();
    }

    private Point point(List<String> row) {
        var mean = means.number(row, "mean").orElseThrow();
        var high = means.number(row, "high");
        return new Point(
                x(row), mean, high.isPresent() ? OptionalDouble.of(high.getAsDouble() - mean) : OptionalDouble.empty());
    }

    private String label(List<String> row) {
        var parts = new ArrayList<String>();
        for (var key : keys) {
            if (!key.equals(x)) {
                parts.add(Labels.told(key, means.at(row, key)));
            }
        }
        NAMES.stream().filter(name -> !name.equals(x) && differs(name)).forEach(name -> parts.add(means.at(row, name)));
        return String.join(", ", parts);
    }

    /** What stands beside an axis. */
    static final class Labels {
        /** What is counted, without being a measure. */
        private static final List<String> COUNTS = List.of("members", "hits");

        private Labels() {}

        static String of(String measure) {
            return measure.replace('_', ' ') + unit(measure);
        }

        /** Its unit in brackets. */
        static String unit(String measure) {
            var unit = Stream.concat(Measures.ALL.stream(), Measures.DISTRIBUTIONS.stream())
                    .filter(each -> each.name().equals(measure))
                    .map(Measure::unit)
                    .findFirst()
                    .orElseGet(() -> COUNTS.contains(measure) ? "playlists" : "ratio");
            return unit.isEmpty() ? measure.contains("amplification") ? " (×)" : "" : " (" + unit + ")";
        }

        /** A value of what is varied, or a name, as part of a line's label. */
        static String told(String column, String value) {
            return column.endsWith(".strategy") || NAMES.contains(column)
                    ? plain(value)
                    : column.substring(column.lastIndexOf('.') + 1) + " " + plain(value);
        }

        /** A value without the braces of a mapping. */
        static String plain(String value) {
            return value.matches("\\{[^{}]*}") ? value.substring(1, value.length() - 1) : value;
        }
    }
}
