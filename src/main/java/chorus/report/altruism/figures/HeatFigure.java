package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import chorus.report.Legend;
import chorus.report.altruism.figures.Swept.Course;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Heat maps of the last round over two keys: a row of them for each measure, one for each value of what else was varied. */
final class HeatFigure {
    private static final List<Shown> ROWS = List.of(Shown.MINORITY, Shown.MAJORITY, Shown.HARMED);
    private static final int MARGIN = 70;
    private static final int CELL = 26;
    private static final String LOW = " stroke-dasharray=\"5 3\"";
    private static final String HIGH = "";
    private static final String BAND = "#000000";

    private final Swept swept;
    private final Key across;
    private final Key up;
    private final Map<String, List<Course>> columns;
    private final int cell;

    private HeatFigure(Swept swept, Key across, Key up) {
        this.swept = swept;
        this.across = across;
        this.up = up;
        var rest = swept.keys().stream()
                .filter(key -> !key.equals(across) && !key.equals(up))
                .toList();
        this.columns = swept.courses().stream()
                .collect(Collectors.groupingBy(
                        course -> swept.label(course, rest, true), LinkedHashMap::new, Collectors.toList()));
        this.cell = Math.clamp(380 / across.values().size(), 12, 40);
    }

    /** @param up another numeric key than {@code across} */
    static String of(Swept swept, Key across, Key up) {
        return new HeatFigure(swept, across, up).draw();
    }

    private String draw() {
        var width = cell * across.values().size();
        var height = CELL * up.values().size();
        var whole = MARGIN + columns.size() * (width + MARGIN);
        var canvas = new Canvas(Math.max(whole, 620), 110 + ROWS.size() * (height + 84));
        canvas.text(MARGIN, 26, swept.said("round") + "; darker by the square root of the amount", "");
        if (across.isEta()) {
            var lines = List.of(
                    new Legend.Line("η from which on a direction more is kept", BAND, LOW),
                    new Legend.Line("η up to which members keep their own best", BAND, HIGH));
            canvas.legend(Legend.of(lines, MARGIN, Math.max(whole, 620) - 20), 50);
        }
        for (var row = 0; row < ROWS.size(); row++) {
            var shown = ROWS.get(row);
            var most = swept.courses().stream()
                    .mapToDouble(course -> Math.abs(shown.mean(last(course))))
                    .max()
                    .orElse(0);
            var left = MARGIN;
            for (var column : columns.entrySet()) {
                var top = 110 + row * (height + 84);
                canvas.begin("panel");
                if (row == 0) {
                    var style = " text-anchor=\"middle\" font-size=\"15\"";
                    canvas.text(left + width / 2.0, top - 28, column.getKey(), style);
                }
                canvas.text(
                        left,
                        top - 8,
                        shown.title() + ", darkest: " + Span.text(most),
                        " font-weight=\"bold\" font-size=\"12\"");
                cells(canvas, left, top, column.getValue(), shown, Shade.of(shown, most));
                if (across.isEta()) {
                    band(
                            canvas,
                            left,
                            top,
                            column.getValue(),
                            at -> at.campaign().low(),
                            " class=\"low\" stroke-width=\"2.5\"" + LOW);
                    band(
                            canvas,
                            left,
                            top,
                            column.getValue(),
                            at -> at.campaign().high(),
                            " class=\"high\" stroke-width=\"2.5\"" + HIGH);
                }
                labels(canvas, left, top);
                canvas.end();
                left += width + MARGIN;
            }
        }
        return canvas.svg();
    }

    private static List<RoundRow> last(Course course) {
        return course.at(course.rounds() - 1);
    }

    private double y(double top, String value) {
        return top + CELL * (up.values().size() - 1 - up.values().indexOf(value));
    }

    private void cells(Canvas canvas, double left, double top, List<Course> courses, Shown shown, Shade shade) {
        for (var course : courses) {
            var value = shown.mean(last(course));
            var x = left + cell * across.values().indexOf(course.value(across));
            var y = y(top, course.value(up));
            canvas.rect(x, y, cell, CELL, shade.colour(value), " class=\"cell\" stroke=\"#eeeeee\"");
            if (cell >= 30 && Math.abs(value) >= 0.05) {
                var text = Span.text(Math.abs(value) < 10 ? Math.round(10 * value) / 10.0 : Math.round(value));
                var style = " text-anchor=\"middle\" font-size=\"11\" fill=\"" + shade.ink(value) + "\"";
                canvas.text(x + cell / 2.0, y + CELL / 2.0 + 4, text, style);
            }
        }
    }

    /** An end of the band in which a value works, in each row of cells where it lies on the axis. */
    private void band(
            Canvas canvas,
            double left,
            double top,
            List<Course> courses,
            Function<RoundRow, OptionalDouble> end,
            String style) {
        for (var value : up.values()) {
            var ends = courses.stream()
                    .filter(course -> course.value(up).equals(value))
                    .flatMap(course -> last(course).stream())
                    .map(end)
                    .flatMapToDouble(OptionalDouble::stream)
                    .average();
            var x = ends.stream().flatMap(this::place).findFirst();
            if (x.isPresent()) {
                var y = y(top, value);
                canvas.line(left + x.getAsDouble(), y + 1, left + x.getAsDouble(), y + CELL - 1, BAND, style);
            }
        }
    }

    /** Where a number lies between the middles of cells; nowhere beyond half a cell of the first or last. */
    private DoubleStream place(double value) {
        var marks = across.values().stream().mapToDouble(Double::parseDouble).toArray();
        for (var i = 0; i + 1 < marks.length; i++) {
            var part = (value - marks[i]) / (marks[i + 1] - marks[i]);
            var least = i == 0 ? -0.5 : 0;
            var most = i + 2 == marks.length ? 1.5 : 1;
            if (part >= least && part <= most) {
                return DoubleStream.of(cell * (i + 0.5 + part));
            }
        }
        return DoubleStream.empty();
    }

    private void labels(Canvas canvas, double left, double top) {
        var bottom = top + CELL * up.values().size();
        for (var value : up.values()) {
            canvas.text(left - 6, y(top, value) + CELL / 2.0 + 4, value, " text-anchor=\"end\"");
        }
        var every = Math.ceilDiv(44, cell);
        for (var i = 0; i < across.values().size(); i += every) {
            var style = " text-anchor=\"middle\"";
            canvas.text(left + cell * (i + 0.5), bottom + 16, across.values().get(i), style);
        }
        canvas.text(left + cell * across.values().size() / 2.0, bottom + 34, across.title(), " text-anchor=\"middle\"");
        var x = left - 46;
        var y = (top + bottom) / 2;
        var style = String.format(Locale.ROOT, " text-anchor=\"middle\" transform=\"rotate(-90 %.1f %.1f)\"", x, y);
        canvas.text(x, y, up.title(), style);
    }
}
