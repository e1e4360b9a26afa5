package chorus.report;

import chorus.report.Course.Step;
import chorus.rows.results.EvaluationRow;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A campaign's rise and decay in a world as bars of block characters, with α, amplification and the twin below, ≤ 100 columns. */
public final class TerminalChart {
    private static final int WIDTH = 100;
    private static final int LEAD = 9;
    private static final int ROWS = 8;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private final Course course;
    private final List<Step> steps;
    private final int column;
    private final Axis axis;

    private TerminalChart(Course course, Axis axis) {
        this.course = course;
        this.axis = axis;
        this.steps = thinned(course.steps());
        this.column = Math.clamp((WIDTH - LEAD) / steps.size(), 1, 5);
    }

    /** All campaigns of a run in all worlds, one chart below the other on the same scale; empty without one. */
    public static String of(Worlds worlds, List<EvaluationRow> rows) {
        var courses = Course.of(worlds, rows);
        var top = courses.stream().mapToDouble(Course::top).max().orElse(0);
        return courses.stream()
                .map(course -> new TerminalChart(course, Axis.reaching(top, 0.01)).draw())
                .collect(Collectors.joining("\n"));
    }

    private String draw() {
        var lines = new ArrayList<String>();
        lines.add(title());
        for (int row = ROWS; row > 0; row--) {
            lines.add(tick(row) + bars(row));
        }
        lines.add(" ".repeat(LEAD - 2) + "└" + "─".repeat(column * steps.size()));
        lines.add(numbers("gen", step -> Long.toString(step.generation())));
        lines.add(numbers("hits %", step -> percent(step.share(), 1)));
        lines.add(numbers("twin %", step -> percent(step.twinShare(), 1)));
        lines.add(numbers("α %", step -> percent(step.alpha(), 2)));
        lines.add(numbers("A", step -> number(step.amplification())));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private String title() {
        var peak = course.peak();
        var rest = String.format(
                Locale.ROOT,
                ": %% of tests with the target in their first K; peak %.1f %% at generation %d%s",
                100 * peak.share(),
                peak.generation(),
                steps.size() < course.steps().size() ? " (thinned)" : "");
        return course.curve().label(WIDTH - rest.length()) + rest;
    }

    private String tick(int row) {
        var label = row == ROWS ? percent(axis.end(), 0) : row == ROWS / 2 ? percent(axis.end() / 2, 1) : "";
        return String.format(Locale.ROOT, "%" + (LEAD - 3) + "s %s ", label, label.isEmpty() ? "│" : "┤");
    }

    private String bars(int row) {
        var line = new StringBuilder();
        for (var step : steps) {
            var eighths = (int) Math.ceil(axis.at(step.share()) * ROWS * 8 - 1e-9) - (row - 1) * 8;
            var block = String.valueOf(BLOCKS.charAt(Math.clamp(eighths, 0, 8)));
            line.append(column == 1 ? block : " " + block.repeat(column - 1));
        }
        return line.toString();
    }

    private String numbers(String label, Function<Step, String> number) {
        var every = (5 + column - 1) / column;
        var line = new StringBuilder(String.format(Locale.ROOT, "%" + (LEAD - 3) + "s   ", label));
        for (int i = every - 1; i < steps.size(); i += every) {
            line.append(String.format(Locale.ROOT, "%" + column * every + "s", number.apply(steps.get(i))));
        }
        return line.toString();
    }

    private static List<Step> thinned(List<Step> steps) {
        var every = Math.ceilDiv(steps.size(), WIDTH - LEAD);
        var kept = new ArrayList<Step>();
        for (int i = steps.size() - 1; i >= 0; i -= every) {
            kept.addFirst(steps.get(i));
        }
        return kept;
    }

    private static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", 100 * share);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "–";
    }
}
