package chorus.report;

import chorus.report.Course.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The run's chart as a picture: share of hits above, amplification below, a line a campaign, its twin dashed. */
final class SvgChart {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00");
    private static final int LEFT = 80;
    private static final int PLOT = 760;

    private final StringBuilder page = new StringBuilder();
    private final List<Course> courses;
    private final long first;
    private final long last;

    private SvgChart(List<Course> courses) {
        this.courses = courses;
        this.first = generations(courses).min().orElse(0);
        this.last = Math.max(first + 1, generations(courses).max().orElse(1));
    }

    static String of(List<Course> courses) {
        return new SvgChart(courses).draw();
    }

    private String draw() {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 620\" width=\"880\" height=\"620\""
                + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"14\" fill=\"#222222\">");
        add("<rect width=\"880\" height=\"620\" fill=\"#ffffff\"/>");
        legend();
        var top = courses.stream().mapToDouble(Course::top).max().orElse(0);
        var shares = new Panel(70, 250, Axis.reaching(top, 0.01), 100, " %");
        frame(shares, "Test playlists with the target among their first K recommendations");
        var amplifications = courses.stream().flatMap(course -> course.steps().stream());
        var most = amplifications
                .mapToDouble(step -> step.amplification().orElse(0))
                .max()
                .orElse(0);
        var lower = new Panel(390, 150, Axis.reaching(most, 1), 1, "×");
        frame(lower, "Amplification per playlist (undefined without members)");
        for (int i = 0; i < courses.size(); i++) {
            line(shares, i, step -> OptionalDouble.of(step.twinShare()), " stroke-dasharray=\"6 5\"");
            line(shares, i, step -> OptionalDouble.of(step.share()), "");
            line(lower, i, Step::amplification, "");
        }
        generationTicks();
        add("</svg>");
        return page.toString();
    }

    private void legend() {
        var x = LEFT;
        for (int i = 0; i < courses.size(); i++) {
            var name = courses.get(i).campaign();
            add(
                    "<line x1=\"%d\" y1=\"24\" x2=\"%d\" y2=\"24\" stroke=\"%s\" stroke-width=\"3\"/>",
                    x, x + 26, colour(i));
            add("<text x=\"%d\" y=\"29\">%s</text>", x + 32, escaped(name));
            x += 60 + 8 * name.length();
        }
        add(
                "<line x1=\"%d\" y1=\"24\" x2=\"%d\" y2=\"24\" stroke=\"#555555\" stroke-width=\"2\" stroke-dasharray=\"6 5\"/>",
                x, x + 26);
        add("<text x=\"%d\" y=\"29\">twin: trained without the collective</text>", x + 32);
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
            add("<text x=\"%.1f\" y=\"560\" text-anchor=\"middle\">%d</text>", x(generation), generation);
        }
        add("<text x=\"%d\" y=\"590\" text-anchor=\"middle\">generation</text>", LEFT + PLOT / 2);
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
