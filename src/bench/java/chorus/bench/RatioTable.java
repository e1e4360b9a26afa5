package chorus.bench;

import chorus.bench.Result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result as lines of text. */
final class RatioTable {
    private static final String FORMAT = "%-8s %10s %12s %25s %14s %10s  %s";
    /** How far the repeats of a warm contender lie apart on an idle machine. */
    private static final double TOLERATED = 0.2;

    private RatioTable() {}

    static List<String> lines(Result result) {
        var lines = new ArrayList<String>();
        var conditions = result.conditions();
        lines.add(String.format(
                Locale.ROOT,
                "%,d edits, %.1f pair updates each, %s, %d repeats, seed %d, %s cores",
                conditions.edits(),
                (double) conditions.pairUpdates() / conditions.edits(),
                conditions.counted(),
                conditions.repeats(),
                conditions.randomSeed(),
                conditions.machine().get("processors")));
        lines.add(String.format(
                Locale.ROOT, FORMAT, "", "seconds", "edits/s", "least…most", "pair updates/s", "Chorus ÷", ""));
        result.contenders().values().forEach(row -> lines.add(line(result, row)));
        lines.add("");
        result.contenders().values().forEach(row -> lines.addAll(settings(row)));
        return lines;
    }

    private static String line(Result result, Row row) {
        var edits = row.editsPerSecond();
        var ratio = row.name().equals("chorus")
                ? ""
                : result.ratio(row.name()).map(RatioTable::ratio).orElse("–");
        return String.format(
                Locale.ROOT,
                FORMAT,
                row.name(),
                String.format(Locale.ROOT, "%.2f", row.seconds().median()),
                String.format(Locale.ROOT, "%,.0f", edits.median()),
                String.format(Locale.ROOT, "%,.0f…%,.0f", edits.min(), edits.max()),
                String.format(Locale.ROOT, "%,.0f", row.pairUpdatesPerSecond().median()),
                ratio,
                remark(result, row));
    }

    private static String remark(Result result, Row row) {
        return (row.checked() ? "counts equal" : "counts unchecked")
                + (row.edits() == result.conditions().edits() ? "" : ", of " + row.edits() + " edits")
                + warmth(row.runs().warmUp())
                + (row.seconds().apart() > TOLERATED
                        ? String.format(
                                Locale.ROOT,
                                ", repeats %.0f %% apart",
                                100 * row.seconds().apart())
                        : "");
    }

    private static String warmth(WarmUp warmUp) {
        if (warmUp.seconds().isEmpty()) {
            return ", not warmed up";
        }
        return (warmUp.warm() ? ", warm after " : ", not known to be warm after ")
                + warmUp.seconds().size() + " runs";
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.2f", value);
    }

    private static List<String> settings(Row row) {
        var lines = new ArrayList<String>();
        lines.add(row.name() + ":");
        row.settings().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> lines.add("  " + entry.getKey() + ": " + entry.getValue()));
        row.figures().forEach((name, value) -> lines.add("  " + name + String.format(Locale.ROOT, ": %,.2f", value)));
        return lines;
    }
}
