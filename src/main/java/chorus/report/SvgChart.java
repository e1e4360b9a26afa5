package chorus.report;

import chorus.report.Course.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The run's chart as a picture: share of hits above, amplification below, a line a campaign and world, the twin dashed. */
final class SvgChart {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#999999");
    private static final int LEFT = 80;
    private static final int PLOT = 760;
    private static final int LEGEND_ROW = 22;
    private static final String DASHED = " stroke-dasharray=\"6 5\"";

    private final StringBuilder page = new StringBuilder();
    private final List<Course> courses;
    private final Legend legend;
    private final int down;
    private final long first;
    private final long last;

    private SvgChart(List<Course> courses) {
        this.courses = courses;
        this.legend = Legend.of(lines(courses), LEFT, LEFT + PLOT + 20);
        this.down = LEGEND_ROW * (legend.rows() - 1);
        this.first = generations(courses).min().orElse(0);
        this.last = Math.max(first + 1, generations(courses).max().orElse(1));
    }

    static String of(List<Course> courses) {
        return new SvgChart(courses).draw();
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 %d\" width=\"880\" height=\"%d\""
                        + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"14\" fill=\"#222222\">",
                620 + down, 620 + down);
        add("<rect width=\"880\" height=\"%d\" fill=\"#ffffff\"/>", 620 + down);
        legend.entries().forEach(this::entry);
        var top = courses.stream().mapToDouble(Course::top).max().orElse(0);
        var shares = new Panel(70 + down, 250, Axis.reaching(top, 0.01), 100, " %");
        frame(shares, "Test playlists with the target among their first K recommendations");
        var amplifications = courses.stream().flatMap(course -> course.steps().stream());
        var most = amplifications
                .mapToDouble(step -> step.amplification().orElse(0))
                .max()
                .orElse(0);
        var lower = new Panel(390 + down, 150, Axis.reaching(most, 1), 1, "×");
        frame(lower, "Amplification per playlist (undefined without members)");
        for (int i = 0; i < courses.size(); i++) {
            if (isFirstOfItsCampaign(i)) {
                line(shares, i, step -> OptionalDouble.of(step.twinShare()), DASHED);
            }
            line(shares, i, step -> OptionalDouble.of(step.share()), "");
            line(lower, i, Step::amplification, "");
        }
        generationTicks();
        add("</svg>");
        return page.toString();
    }

    /** Whatever the world, a campaign has one twin. */
    private boolean isFirstOfItsCampaign(int index) {
        var campaign = courses.get(index).curve().campaign();
        return courses.subList(0, index).stream()
                .noneMatch(earlier -> earlier.curve().campaign().equals(campaign));
    }

    private static List<Legend.Line> lines(List<Course> courses) {
        var lines = new ArrayList<Legend.Line>();
        for (int i = 0; i < courses.size(); i++) {
            lines.add(new Legend.Line(courses.get(i).curve().label(), colour(i), ""));
        }
        lines.add(new Legend.Line("twin: trained without any campaign", "#555555", DASHED));
        return lines;
    }

    private void entry(Legend.Entry entry) {
        var y = 24 + LEGEND_ROW * entry.row();
        var line = entry.line();
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"3\"%s/>",
                entry.x(), y, entry.x() + 26, y, line.colour(), line.style());
        add("<text x=\"%d\" y=\"%d\">%s</text>", entry.x() + 32, y + 5, escaped(line.text()));
    }

    private void frame(Panel panel, String title) {
        add("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, panel.top - 12, title);
        for (int step = 0; step <= panel.axis.steps(); step++) {
            var value = panel.axis.end() * step / panel.axis.steps();
            var y = panel.y(value);
            add("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>", LEFT, y, LEFT + PLOT, y);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 5, panel.label(value));
        }
    }

    private void line(Panel panel, int index, Function<Step, OptionalDouble> value, String style) {
        var path = new StringBuilder();
        var pen = "M";
        for (var step : courses.get(index).steps()) {
            var number = value.apply(step);
            if (number.isEmpty()) {
                pen = "M";
                continue;
            }
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", pen, x(step.generation()), panel.y(number.getAsDouble())));
            pen = "L";
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\""
                        + " stroke-linecap=\"round\"%s/>",
                path, colour(index), style);
    }

    private void generationTicks() {
        var every = Math.max(1, (last - first) / 16);
        for (var generation = first; generation <= last; generation += every) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(generation), 560 + down, generation);
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">generation</text>", LEFT + PLOT / 2, 590 + down);
    }

    private double x(long generation) {
        return LEFT + (double) PLOT * (generation - first) / (last - first);
    }

    private static LongStream generations(List<Course> courses) {
        return courses.stream().flatMap(course -> course.steps().stream()).mapToLong(Step::generation);
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @SuppressWarnings("AnnotateFormatMethod") // every caller is in this file
    private void add(String format, Object... values) {
        page.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    /** A part of the picture with its own upright axis. */
    private record Panel(int top, int height, Axis axis, double factor, String unit) {
        double y(double value) {
            return top + height * (1 - axis.at(value));
        }

        String label(double value) {
            var number = BigDecimal.valueOf(factor * value).setScale(2, RoundingMode.HALF_UP);
            return number.stripTrailingZeros().toPlainString() + unit;
        }
    }
}
