package chorus.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells, each column as wide as its widest cell. */
public final class TextColumns {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    public void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        var widths =
                IntStream.range(0, lines.getFirst().size()).map(this::width).toArray();
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String padded(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> line.get(i) + " ".repeat(widths[i] - line.get(i).length()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
