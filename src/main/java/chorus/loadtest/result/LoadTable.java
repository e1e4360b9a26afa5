package chorus.loadtest.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result for a terminal, alone or beside an older one with the ratios new ÷ old. */
public final class LoadTable {
    private LoadTable() {}

    /** A figure by its name; NaN where there is none. */
    private record Figure(String name, double value) {}

    public static List<String> of(LoadResult result) {
        var lines = new ArrayList<String>();
        lines.add(head(result));
        figures(result)
                .forEach(figure -> lines.add(String.format(Locale.ROOT, "%-28s %14s", figure.name, text(figure))));
        steps(result, lines);
        result.differences().ifPresent(found -> lines.add("verify: difference: " + found));
        return lines;
    }

    public static List<String> compare(LoadResult old, LoadResult now) {
        var lines = new ArrayList<String>();
        lines.add("old: " + head(old));
        lines.add("new: " + head(now));
        if (!old.origin().machine().equals(now.origin().machine())) {
            lines.add("the machines differ: " + old.origin().machine() + " and "
                    + now.origin().machine());
        }
        if (!old.origin().settings().equals(now.origin().settings())) {
            lines.add("the settings differ");
        }
        lines.add(String.format(Locale.ROOT, "%-28s %14s %14s %9s", "", "old", "new", "new ÷ old"));
        var before = figures(old);
        var after = figures(now);
        for (var i = 0; i < after.size(); i++) {
            var ratio = after.get(i).value / before.get(i).value;
            lines.add(String.format(
                    Locale.ROOT,
                    "%-28s %14s %14s %9s",
                    after.get(i).name,
                    text(before.get(i)),
                    text(after.get(i)),
                    Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : "–"));
        }
        return lines;
    }

    private static String head(LoadResult result) {
        var origin = result.origin();
        return origin.workload() + " (" + origin.kind() + "), seed " + origin.randomSeed() + ", generators "
                + origin.generators() + ", " + origin.at();
    }

    private static List<Figure> figures(LoadResult result) {
        var all = new ArrayList<Figure>();
        var m = result.measured();
        all.add(new Figure("sustainable edits/s", result.sustainable().orElse(Double.NaN)));
        all.add(new Figure("offered edits/s", m.offered()));
        all.add(new Figure("edits/s", m.editsPerSecond()));
        all.add(new Figure("pair updates/s", m.pairUpdatesPerSecond()));
        all.add(new Figure("pair updates an edit", m.pairUpdatesPerEdit()));
        latencies("counted", m.counted(), all);
        latencies("visible", m.visible(), all);
        all.add(new Figure("edits not counted", m.sent() - m.countedEdits()));
        all.add(new Figure("sender late ms, longest", m.senderLate()));
        all.add(new Figure("edits noted early, at most", m.early()));
        all.add(new Figure("lag at the end", result.lagAtEnd()));
        return all;
    }

    private static void latencies(String what, Latencies latencies, List<Figure> to) {
        var percentiles = latencies.percentiles();
        for (var name : List.of("p50", "p95", "p99", "p99.9", "max")) {
            var value = percentiles.getOrDefault(name, -1L);
            to.add(new Figure("edit → " + what + " ms " + name, value < 0 ? Double.NaN : value));
        }
    }

    private static String text(Figure figure) {
        if (Double.isNaN(figure.value)) {
            return "–";
        }
        return figure.value == Math.rint(figure.value)
                ? String.format(Locale.ROOT, "%,d", (long) figure.value)
                : String.format(Locale.ROOT, "%,.1f", figure.value);
    }

    private static void steps(LoadResult result, List<String> lines) {
        for (var step : result.steps()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  step %,10.0f edits/s %-13s counted %,10.0f/s  lag %+,8.0f/s  p99 %,d ms",
                    step.rate(),
                    step.sustained() ? "sustained" : "not sustained",
                    step.editsPerSecond(),
                    step.lagGrowth(),
                    step.countedP99()));
        }
    }
}
