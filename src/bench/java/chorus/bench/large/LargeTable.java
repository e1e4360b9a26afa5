package chorus.bench.large;

import chorus.bench.ground.Allowance;
import chorus.bench.large.Measured.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The result as lines of text: a column a size, the last one's cost as a multiple of the first one's. */
final class LargeTable {
    private static final int NAME = 56;
    private static final int COLUMN = 16;

    private final List<Measured> sizes;
    private final List<String> lines = new ArrayList<>();

    private LargeTable(List<Measured> sizes) {
        this.sizes = sizes;
    }

    static List<String> lines(List<Measured> sizes) {
        var table = new LargeTable(sizes);
        table.costs();
        table.memory();
        table.restores();
        return List.copyOf(table.lines);
    }

    private void costs() {
        row("distinct directed pairs", size -> String.format(Locale.ROOT, "%,d", size.pairs()));
        row(
                "filled by edits",
                size -> String.format(Locale.ROOT, "%,d", size.fill().edits()));
        row("  edits/s", size -> whole(size.fill().editsPerSecond()));
        row("  closing, s", size -> seconds(size.fill().closed() - size.fill().counted()));
        row("started over its stores: RUNNING after, s", size -> seconds(size.secondsToRunning()));
        row(
                "first batch after the start, edits/s",
                size -> size.warmUp().isEmpty()
                        ? "–"
                        : whole(size.warmUp().getFirst().editsPerSecond()));
        row(
                "timed batches of edits",
                size -> size.timed().size() + " × " + size.timed().getFirst().edits());
        row(
                "  edits/s, median",
                size -> whole(
                        Figures.spread(size.timed(), Timing::editsPerSecond).median()));
        row("  edits/s, least…most", LargeTable::extremes);
        row(
                "  µs an edit, counted",
                size -> seconds(
                        Figures.spread(size.timed(), Timing::microsecondsAnEdit).median()));
        row(
                "  closing, s",
                size -> seconds(Figures.spread(size.timed(), t -> t.closed() - t.counted())
                        .median()));
        row(
                "  µs an edit of its processor time, closing included",
                size -> seconds(Figures.spread(size.timed(), Timing::processorMicrosecondsAnEdit)
                        .median()));
        row(
                "an epoch closed alone: changed rows",
                size -> whole((double) size.closing().rows()));
        row("  neighbours in them", size -> whole((double) size.closing().neighbours()));
        row("  s", size -> seconds(size.closing().seconds()));
        row("  s of its processor time", size -> seconds(size.closing().processor()));
        row("  this ÷ allowed", size -> seconds(size.closing().partOf(Allowance.REQUIRED)));
        if (sizes.size() > 1) {
            lines.add("cost of the same edits over the larger state: "
                    + times(Timing::microsecondsAnEdit) + "; with closing "
                    + times(Timing::closedMicrosecondsAnEdit) + "; of its processor time "
                    + times(Timing::processorMicrosecondsAnEdit));
        }
    }

    private String times(ToDoubleFunction<Timing> cost) {
        return String.format(Locale.ROOT, "%.2f times", Figures.ratio(sizes.getFirst(), sizes.getLast(), cost));
    }

    private static String extremes(Measured size) {
        var spread = Figures.spread(size.timed(), Timing::editsPerSecond);
        return whole(spread.min()) + "…" + whole(spread.max());
    }

    private void memory() {
        row(
                "resident at most while filling, MiB",
                size -> whole(size.memory().filling().peak()));
        row(
                "resident at most while counting over it, MiB",
                size -> whole(size.memory().counting().peak()));
        row("resident then, MiB", size -> whole(size.memory().counting().mebibytes()));
        lines.add("heap of the process: " + sizes.getLast().memory().flags());
    }

    private void restores() {
        for (var size : sizes) {
            size.restore().ifPresent(restore -> {
                lines.add(String.format(
                        Locale.ROOT,
                        "killed with %,d pairs: assigned after %.1f s, RUNNING %.1f s later; changelogs %,d records, %,d MiB",
                        size.pairs(),
                        restore.waited(),
                        restore.restored(),
                        restore.records(),
                        restore.bytes() >> 20));
                lines.add(String.format(
                        Locale.ROOT,
                        "  caught up %.1f s later; %.0f MiB resident at most",
                        restore.caughtUp(),
                        restore.resident().peak()));
            });
        }
    }

    private void row(String name, Function<Measured, String> cell) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME + "s", name));
        sizes.forEach(size -> line.append(String.format(Locale.ROOT, "%" + COLUMN + "s", cell.apply(size))));
        lines.add(line.toString());
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String seconds(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
