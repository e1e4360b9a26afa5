package chorus.report.altruism;

import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rounds as a table for the terminal, with what was varied in front. */
public final class RoundLines {
    private static final List<String> HEAD =
            List.of("world", "k", "members", "eta", "minority", "÷ ideal", "majority", "change", "harmed", "loss");

    private final List<List<String>> lines = new ArrayList<>();

    /** @param keys what was varied */
    public RoundLines(List<String> keys) {
        var head = new ArrayList<>(keys);
        head.addAll(HEAD);
        lines.add(head);
    }

    /** A line, with the values of the keys. */
    public void add(List<String> values, RoundRow row) {
        var cells = new ArrayList<>(values);
        cells.add(row.world());
        cells.add(Integer.toString(row.platform().kept()));
        cells.add(Integer.toString(row.campaign().members()));
        cells.add(
                row.campaign().eta().isPresent()
                        ? number(4, row.campaign().eta().getAsDouble())
                        : "");
        cells.add(number(3, row.welfare().minority()));
        cells.add(number(3, row.minorityShare()));
        cells.add(number(3, row.welfare().majority()));
        cells.add(number(3, row.welfare().majority() - row.twin().majority()));
        cells.add(Integer.toString(row.against().harmed().all()));
        cells.add(number(3, row.against().loss()));
        lines.add(cells);
    }

    public String text() {
        var widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column ->
                                " ".repeat(widths[column] - line.get(column).length()) + line.get(column))
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private static String number(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    }
}
