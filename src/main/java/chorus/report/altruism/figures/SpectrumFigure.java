package chorus.report.altruism.figures;

import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundRow;
import chorus.report.Legend;
import java.util.List;
import java.util.stream.IntStream;

/** A run's singular values over its rounds, a panel a world: one sees a direction cross the tolerance. */
public final class SpectrumFigure {
    private static final int MARGIN = 70;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 260;
    private static final int ROW = HEIGHT + 80;
    private static final String DASHED = " stroke-dasharray=\"7 4\"";
    private static final Legend.Line KEPT = new Legend.Line("σ kept in the last round", Canvas.COLOURS.getFirst(), "");
    private static final Legend.Line MORE = new Legend.Line("kept, and not in the twin", Canvas.COLOURS.get(1), "");
    private static final Legend.Line CUT = new Legend.Line("cut off", "#999999", "");
    private static final Legend.Line TOLERANCE = new Legend.Line("tolerance a", "#000000", DASHED);

    private final List<RoundRow> rows;
    private final Span across;
    private final Span up;

    private SpectrumFigure(List<RoundRow> rows) {
        this.rows = rows;
        this.across = Span.over(0, rows.stream().mapToInt(RoundRow::round).max().orElse(0));
        var most = rows.stream()
                .mapToDouble(row -> Math.max(
                        row.platform().tolerance(), row.platform().singular().getFirst()))
                .max()
                .orElse(1);
        var tolerance = rows.stream()
                .mapToDouble(row -> row.platform().tolerance())
                .filter(each -> each > 0)
                .min();
        this.up = Span.logarithmic(tolerance.orElse(most > 0 ? most : 1) / 10, most > 0 ? most : 1);
    }

    /** @param rows of all worlds, by round */
    public static String of(List<RoundRow> rows) {
        return new SpectrumFigure(rows).draw();
    }

    private String draw() {
        var worlds = rows.stream().map(RoundRow::world).distinct().toList();
        var legend = Legend.of(List.of(KEPT, MORE, CUT, TOLERANCE), MARGIN, 2 * (WIDTH + MARGIN));
        var canvas = new Canvas(2 * (WIDTH + MARGIN) + 40, 70 + ROW * Math.ceilDiv(worlds.size(), 2));
        canvas.legend(legend, 24);
        for (var i = 0; i < worlds.size(); i++) {
            var world = worlds.get(i);
            var frame = new Frame(MARGIN + i % 2 * (WIDTH + MARGIN + 10), 76 + i / 2 * ROW, WIDTH, HEIGHT, across, up);
            canvas.begin("panel");
            frame.draw(canvas, world + ": singular values of the ratings (worth)", "round");
            world(
                    canvas,
                    frame,
                    rows.stream().filter(row -> row.world().equals(world)).toList());
            canvas.end();
        }
        return canvas.svg();
    }

    private void world(Canvas canvas, Frame frame, List<RoundRow> own) {
        var last = own.getLast();
        for (var j = 0; j < PlatformView.SHOWN; j++) {
            var index = j;
            var look = look(last, j);
            sigma(
                    canvas,
                    frame,
                    own.stream()
                            .map(row -> row.platform().singular().get(index))
                            .toList(),
                    look);
            var end = last.platform().singular().get(j);
            if (end >= up.marks().getFirst() && (j == 0 || j >= last.platform().kept() - 1)) {
                var style = " font-size=\"11\" fill=\"" + look.colour() + "\"";
                canvas.text(frame.x(last.round()) + 3, frame.y(end) + 4, "σ" + (j + 1), style);
            }
        }
        var line = new StringBuilder();
        own.stream()
                .filter(row -> row.platform().tolerance() > 0)
                .forEach(row -> line.append(
                        frame.step(line.isEmpty(), row.round(), row.platform().tolerance())));
        mark(canvas, frame, line, TOLERANCE, "tolerance");
    }

    private Legend.Line look(RoundRow last, int j) {
        var twin = rows.stream()
                .filter(row ->
                        row.round() == last.round() && row.campaign().belief().isEmpty())
                .mapToInt(row -> row.platform().kept())
                .max()
                .orElse(Integer.MAX_VALUE);
        return j >= last.platform().kept() ? CUT : j >= twin ? MORE : KEPT;
    }

    /** What lies below the axis is not drawn. */
    private void sigma(Canvas canvas, Frame frame, List<Double> values, Legend.Line look) {
        var path = new StringBuilder();
        for (var round : IntStream.range(0, values.size()).toArray()) {
            if (values.get(round) >= up.marks().getFirst()) {
                var first = round == 0 || values.get(round - 1) < up.marks().getFirst();
                path.append(frame.step(first, round, values.get(round)));
            }
        }
        mark(canvas, frame, path, look, "sigma");
    }

    /** A run of one round has strokes instead of lines. */
    private void mark(Canvas canvas, Frame frame, StringBuilder path, Legend.Line look, String kind) {
        if (path.isEmpty()) {
            return;
        }
        var one = path.indexOf("L") < 0 ? "h" + frame.width() / 2 : "";
        canvas.path(path + one, look.colour(), " class=\"" + kind + "\" stroke-width=\"2\"" + look.style());
    }
}
