package chorus.report.altruism;

import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A run as a picture for the terminal: what the minority has of its ideal over rounds, a chart a world but the twin. */
public final class RoundsTerminalChart {
    private static final int ROWS = 8;
    private static final int WIDTH = 72;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private final List<RoundRow> rows;
    private final int column;

    private RoundsTerminalChart(List<RoundRow> rows) {
        var every = Math.ceilDiv(rows.size(), WIDTH);
        this.rows = new ArrayList<>();
        for (var i = rows.size() - 1; i >= 0; i -= every) {
            this.rows.addFirst(rows.get(i));
        }
        this.column = Math.clamp(WIDTH / this.rows.size(), 1, 4);
    }

    /** Empty where there is no world but the twin. */
    public static String of(List<RoundRow> all) {
        return all.stream()
                .filter(row -> row.campaign().belief().isPresent())
                .map(RoundRow::world)
                .distinct()
                .map(world -> new RoundsTerminalChart(all.stream()
                                .filter(row -> row.world().equals(world))
                                .toList())
                        .draw())
                .collect(Collectors.joining("\n\n"));
    }

    private String draw() {
        var lines = new ArrayList<String>();
        var last = rows.getLast();
        lines.add(String.format(
                Locale.ROOT,
                "%s: the minority has %.1f %% of its ideal at the end, %.1f %% in the twin; majority %+.3f",
                last.world(),
                100 * last.minorityShare(),
                last.ideal() > 0 ? 100 * last.twin().minority() / last.ideal() : 0.0,
                last.welfare().majority() - last.twin().majority()));
        for (var row = ROWS; row > 0; row--) {
            var label = row == ROWS ? "100 %" : row == ROWS / 2 ? "50 %" : "";
            lines.add(String.format(Locale.ROOT, "%6s %s", label, label.isEmpty() ? "│" : "┤") + bars(row));
        }
        lines.add("       └" + "─".repeat(column * rows.size()));
        lines.add(numbers("round", RoundRow::round));
        lines.add(numbers("k*", row -> row.platform().kept()));
        lines.add(numbers("harmed", row -> row.against().harmed().all()));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private String bars(int line) {
        var bars = new StringBuilder();
        for (var row : rows) {
            var eighths = (int) Math.ceil(row.minorityShare() * ROWS * 8 - 1e-9) - (line - 1) * 8;
            var block = String.valueOf(BLOCKS.charAt(Math.clamp(eighths, 0, 8)));
            bars.append(column == 1 ? block : " " + block.repeat(column - 1));
        }
        return bars.toString();
    }

    private String numbers(String label, ToIntFunction<RoundRow> number) {
        var every = Math.ceilDiv(5, column);
        var line = new StringBuilder(String.format(Locale.ROOT, "%6s  ", label));
        for (var i = every - 1; i < rows.size(); i += every) {
            line.append(String.format(Locale.ROOT, "%" + column * every + "d", number.applyAsInt(rows.get(i))));
        }
        return line.toString();
    }
}
