package chorus.report;

import java.util.ArrayList;
import java.util.List;

/** What the lines of a picture stand for, side by side, in as many rows as need be. */
public record Legend(List<Entry> entries) {
    private static final int LINE = 32;
    private static final int GAP = 28;
    private static final int LETTER = 8;

    /** A line and what it stands for, placed; {@code style} is that of the line. */
    public record Entry(Line line, int x, int row) {}

    /** @param style more attributes of its stroke */
    public record Line(String text, String colour, String style) {}

    /** Places lines between two edges; one that is too long for a row has a row of its own. */
    public static Legend of(List<Line> lines, int left, int right) {
        var entries = new ArrayList<Entry>();
        var x = left;
        var row = 0;
        for (var line : lines) {
            var width = LINE + LETTER * line.text().length();
            if (x > left && x + width > right) {
                x = left;
                row++;
            }
            entries.add(new Entry(line, x, row));
            x += width + GAP;
        }
        return new Legend(List.copyOf(entries));
    }

    public int rows() {
        return entries.isEmpty() ? 0 : entries.getLast().row() + 1;
    }
}
