package chorus.bundle.figures;

import chorus.bundle.figures.Figure.Axis;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What stands along x: the values that there are, which the charting library cannot be asked for on a logarithmic axis. A label that
 * has no room goes into a second row; one that has none there is left out.
 */
final class Ticks {
    private static final int MARK = 4;
    private static final int ROW = 13;
    private static final int GAP = 6;
    private static final MathContext DIGITS = new MathContext(4);
    private static final int MOST_LETTERS = 24;
    private static final MathContext EXACT = new MathContext(9);
    private static final double ROUNDING = 1e-12;

    private final Graphics2D canvas;
    private final PanelChart chart;
    private final double[] free = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private Ticks(Graphics2D canvas, PanelChart chart) {
        this.canvas = canvas;
        this.chart = chart;
    }

    static void paint(Graphics2D canvas, PanelChart chart, Panel panel, Axis x) {
        var ticks = new Ticks(canvas, chart);
        panel.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .distinct()
                .sorted()
                .forEach(value -> ticks.tick(value, label(x, value)));
    }

    static String label(Axis x, double value) {
        return x.isOfNumbers()
                ? number(value, DIGITS)
                : shortened(x.categories().get((int) value));
    }

    /** A number of the library's own ticks, in as few digits as tell it; what is left of 0 by rounding is 0. */
    static String number(double value) {
        return Math.abs(value) < ROUNDING ? "0" : number(value, EXACT);
    }

    private static String number(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
    }

    private static String shortened(String label) {
        return label.length() > MOST_LETTERS ? label.substring(0, MOST_LETTERS - 1) + "…" : label;
    }

    private void tick(double value, String label) {
        var at = chart.getScreenXFromChart(value);
        var below = chart.area().getMaxY() + MARK;
        canvas.setColor(Look.INK);
        canvas.setStroke(new BasicStroke(1));
        canvas.draw(new Line2D.Double(at, below, at, below + MARK));
        var width = Texts.width(label, Look.SMALL);
        var left = at - width / 2;
        for (var row = 0; row < free.length; row++) {
            if (left >= free[row]) {
                Texts.draw(canvas, label, Look.SMALL, left, below + MARK + ROW * (row + 1));
                free[row] = left + width + GAP;
                return;
            }
        }
    }
}
