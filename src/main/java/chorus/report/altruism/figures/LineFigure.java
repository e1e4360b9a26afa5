package chorus.report.altruism.figures;

import chorus.report.Legend;
import chorus.report.altruism.figures.Column.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** A figure of lines: a row of panels for each measure, the mean thick, each seed thin, the twin dotted. */
final class LineFigure {
    private static final int MARGIN = 70;
    private static final int HEIGHT = 170;
    private static final int ROW = HEIGHT + 74;
    private static final String TWIN = " stroke-dasharray=\"2 4\"";

    private final List<Column> columns;
    private final List<Shown> rows;
    private final List<String> names;
    private final int width;
    private final boolean oneTwin;

    private LineFigure(List<Column> columns, List<Shown> rows) {
        this.columns = columns;
        this.rows = rows;
        this.names = columns.stream()
                .flatMap(column -> column.curves().keySet().stream())
                .distinct()
                .toList();
        this.width = columns.size() == 1 ? 760 : columns.size() == 2 ? 400 : 290;
        this.oneTwin = columns.stream()
                .allMatch(column -> column.curves().values().stream()
                                .map(spots -> path(spots, spot -> Shown.MINORITY
                                        .twin(spot.seeds())
                                        .orElse(0)))
                                .distinct()
                                .count()
                        <= 1);
    }

    /** Nothing where so many lines have no look each, or so many columns no room. */
    static boolean canShow(List<Column> columns) {
        var lines = columns.stream()
                .flatMap(column -> column.curves().keySet().stream())
                .distinct()
                .count();
        return lines > 0 && lines <= Canvas.LOOKS && columns.size() <= 8;
    }

    static String of(List<Column> columns, String below, String said) {
        return new LineFigure(columns, List.of(Shown.values())).draw(below, said);
    }

    private String draw(String below, String said) {
        var whole = columns.size() * (width + MARGIN) + 30;
        var lines = new ArrayList<Legend.Line>();
        names.forEach(name -> lines.add(Canvas.look(lines.size(), name)));
        lines.add(new Legend.Line("twin, of the minority", "#555555", TWIN));
        var legend = Legend.of(lines, MARGIN, whole - 20);
        var top = 60 + Canvas.height(legend) + 44;
        var canvas = new Canvas(whole, top + rows.size() * ROW);
        canvas.text(MARGIN, 26, said, "");
        canvas.legend(legend, 54);
        for (var row = 0; row < rows.size(); row++) {
            var up = up(rows.get(row));
            for (var column = 0; column < columns.size(); column++) {
                var left = MARGIN + column * (width + MARGIN);
                if (row == 0) {
                    var middle = " text-anchor=\"middle\" font-size=\"15\"";
                    canvas.text(
                            left + width / 2.0, top - 34, columns.get(column).title(), middle);
                }
                canvas.begin("panel");
                var frame = new Frame(left, top + row * ROW, width, HEIGHT, across(), up);
                frame.draw(canvas, rows.get(row).title(), below);
                lines(canvas, frame, columns.get(column), rows.get(row));
                canvas.end();
            }
        }
        return canvas.svg();
    }

    private void lines(Canvas canvas, Frame frame, Column column, Shown shown) {
        column.curves().forEach((name, spots) -> {
            var look = Canvas.look(names.indexOf(name), name);
            var seeds =
                    spots.stream().mapToInt(spot -> spot.seeds().size()).min().orElse(0);
            for (var seed = 0; seed < seeds && seeds > 1; seed++) {
                var index = seed;
                canvas.path(
                        path(frame, spots, spot -> shown.of(spot.seeds().get(index))),
                        look.colour(),
                        " class=\"seed\" stroke-width=\"1\" stroke-opacity=\"0.35\"");
            }
            canvas.path(
                    path(frame, spots, spot -> shown.mean(spot.seeds())),
                    look.colour(),
                    " class=\"mean\" stroke-width=\"2.5\"" + look.style());
        });
        column.curves().forEach((name, spots) -> {
            var first = column.curves().keySet().iterator().next().equals(name);
            if (shown == Shown.MINORITY && (first || !oneTwin)) {
                canvas.path(
                        path(frame, spots, spot -> shown.twin(spot.seeds()).orElse(0)),
                        oneTwin
                                ? "#555555"
                                : Canvas.look(names.indexOf(name), name).colour(),
                        " class=\"twin\" stroke-width=\"2\"" + TWIN);
            }
        });
    }

    private static String path(Frame frame, List<Spot> spots, ToDoubleFunction<Spot> value) {
        var path = new StringBuilder();
        spots.forEach(spot -> path.append(frame.step(path.isEmpty(), spot.x(), value.applyAsDouble(spot))));
        return path.toString();
    }

    private static List<Double> path(List<Spot> spots, Function<Spot, Double> value) {
        return spots.stream().map(value).toList();
    }

    private Span across() {
        var all = spots().stream().mapToDouble(Spot::x).summaryStatistics();
        return Span.over(all.getMin(), all.getMax());
    }

    /** 0 is on the axis; a difference that is nothing but rounding does not stretch it. */
    private Span up(Shown shown) {
        var all = spots().stream()
                .flatMapToDouble(spot -> DoubleStream.concat(
                        DoubleStream.of(0, shown.twin(spot.seeds()).orElse(0)),
                        spot.seeds().stream().mapToDouble(shown::of)))
                .map(value -> Math.abs(value) < 1e-6 ? 0 : value)
                .summaryStatistics();
        return Span.over(all.getMin(), all.getMax());
    }

    private List<Spot> spots() {
        return columns.stream()
                .flatMap(column -> column.curves().values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
