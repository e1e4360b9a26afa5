package chorus.bundle.figures;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is drawn: panels side by side and below one another, which share their axis of x and their lines.
 *
 * @param name of its files
 * @param subtitle its scale
 * @param columns panels side by side
 * @param panels row by row
 */
public record Figure(String name, String title, String subtitle, Axis x, int columns, List<Panel> panels) {
    public Figure {
        panels = List.copyOf(panels);
    }

    /**
     * The axis that panels share.
     *
     * @param categories what stands at 0, 1, 2, …; empty for an axis of numbers
     */
    public record Axis(String title, boolean logarithmic, List<String> categories) {
        public Axis {
            categories = List.copyOf(categories);
        }

        boolean isOfNumbers() {
            return categories.isEmpty();
        }
    }

    /** A measure of one recommender. */
    public record Panel(String title, String y, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /** What belongs together, by ascending x. */
    public record Line(String label, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** @param half half the width of its interval */
    public record Point(double x, double y, OptionalDouble half) {}

    /** The labels of all lines, in the order of the first panel that has them. */
    public List<String> labels() {
        return panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .map(Line::label)
                .distinct()
                .toList();
    }
}
