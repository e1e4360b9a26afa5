package chorus.report.altruism;

import chorus.ratings.results.RoundRow;
import chorus.report.Axis;
import chorus.report.Legend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A run as a picture: what the minority has of its ideal above, what the majority loses below, a line a world. */
final class RoundsChart {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#999999");
    private static final int LEFT = 80;
    private static final int PLOT = 760;
    private static final int LEGEND_ROW = 22;

    private final StringBuilder page = new StringBuilder();
    private final List<RoundRow> rows;
    private final List<String> worlds;
    private final Legend legend;
    private final int down;
    private final int last;

    private RoundsChart(List<RoundRow> rows) {
        this.rows = rows;
        this.worlds = rows.stream().map(RoundRow::world).distinct().toList();
        this.legend = Legend.of(lines(), LEFT, LEFT + PLOT + 20);
        this.down = LEGEND_ROW * Math.max(0, legend.rows() - 1);
        this.last = Math.max(1, rows.stream().mapToInt(RoundRow::round).max().orElse(1));
    }

    static String of(List<RoundRow> rows) {
        return new RoundsChart(rows).draw();
    }

    private List<Legend.Line> lines() {
        var lines = new ArrayList<Legend.Line>();
        for (var i = 0; i < worlds.size(); i++) {
            lines.add(new Legend.Line(worlds.get(i), COLOURS.get(i % COLOURS.size()), ""));
        }
        return lines;
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 %d\" width=\"880\" height=\"%d\""
                        + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"14\" fill=\"#222222\">",
                620 + down, 620 + down);
        add("<rect width=\"880\" height=\"%d\" fill=\"#ffffff\"/>", 620 + down);
        legend.entries().forEach(this::entry);
        panel(
                70 + down,
                250,
                Axis.reaching(1, 1),
                100,
                " %",
                "Minority's welfare ÷ the most that it could have",
                row -> row.minorityShare());
        var most = rows.stream().mapToDouble(RoundsChart::lost).max().orElse(0);
        panel(
                390 + down,
                150,
                Axis.reaching(most, 0.001),
                100,
                " %",
                "Majority's loss ÷ what it has in the twin",
                row -> lost(row));
        ticks();
        add("</svg>");
        return page.toString();
    }

    private static double lost(RoundRow row) {
        var twin = row.twin().majority();
        return twin > 0 ? Math.max(0, (twin - row.welfare().majority()) / twin) : 0;
    }

    private void entry(Legend.Entry entry) {
        var y = 24 + LEGEND_ROW * entry.row();
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"3\"/>",
                entry.x(), y, entry.x() + 26, y, entry.line().colour());
        add(
                "<text x=\"%d\" y=\"%d\">%s</text>",
                entry.x() + 32, y + 5, entry.line().text());
    }

    private void panel(
            int top,
            int height,
            Axis axis,
            double factor,
            String unit,
            String title,
            ToDoubleFunction<RoundRow> figure) {
        add("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, top - 12, title);
        for (var step = 0; step <= axis.steps(); step++) {
            var value = axis.end() * step / axis.steps();
            var y = top + height * (1 - axis.at(value));
            add("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>", LEFT, y, LEFT + PLOT, y);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.4g%s</text>", LEFT - 8, y + 5, factor * value, unit);
        }
        for (var world = 0; world < worlds.size(); world++) {
            line(world, top, height, axis, figure);
        }
    }

    private void line(int world, int top, int height, Axis axis, ToDoubleFunction<RoundRow> figure) {
        var path = new StringBuilder();
        for (var row : rows) {
            if (row.world().equals(worlds.get(world))) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        path.isEmpty() ? "M" : "L",
                        x(row.round()),
                        top + height * (1 - axis.at(figure.applyAsDouble(row)))));
            }
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>",
                path, COLOURS.get(world % COLOURS.size()));
    }

    private void ticks() {
        for (var round = 0; round <= last; round += Math.max(1, last / 16)) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(round), 560 + down, round);
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">round</text>", LEFT + PLOT / 2, 590 + down);
    }

    private double x(int round) {
        return LEFT + (double) PLOT * round / last;
    }

    @SuppressWarnings("AnnotateFormatMethod") // every caller is in this file
    private void add(String format, Object... values) {
        page.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
