package chorus.bundle.figures;

import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;

/**
 * How far lines are moved aside at each x, so that intervals of several stand beside one another and not on top: all of them together
 * by a part of the least distance between two xs. One line stays where it is.
 *
 * @param logarithmic whether distances are those of logarithms
 * @param step from one line to the next
 * @param lines how many there are
 */
record Dodge(boolean logarithmic, double step, int lines) {
    /** Of the least distance; what is left parts one x from the next. */
    private static final double SHARE = 0.3;

    /** Of the whole axis for all lines: less than what a panel leaves free on both sides. */
    private static final double ROOM = 0.1;

    /** Between two lines, of the whole axis: enough to part them. */
    private static final double MOST = 0.012;

    static Dodge of(Panel panel, boolean logarithmic, int lines) {
        var xs = panel.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .map(x -> logarithmic ? StrictMath.log(x) : x)
                .distinct()
                .sorted()
                .toArray();
        var least = xs.length > 1 ? xs[xs.length - 1] - xs[0] : 0;
        var whole = least;
        for (var i = 1; i < xs.length; i++) {
            least = Math.min(least, xs[i] - xs[i - 1]);
        }
        var all = Math.min(ROOM * whole, SHARE * least);
        return new Dodge(logarithmic, Math.min(MOST * whole, all / Math.max(1, lines - 1)), lines);
    }

    /** Where a line stands that is at {@code x}. */
    double of(double x, int line) {
        var aside = step * (line - (lines - 1) / 2.0);
        return logarithmic ? x * StrictMath.exp(aside) : x + aside;
    }
}
