package chorus.bundle.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** A figure on any canvas: title and scale, what the lines are, then the panels. */
final class Drawing {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 310;
    private static final int LEFT = 16;
    private static final int HEAD = 52;
    private static final int ROW = 20;
    private static final int SAMPLE = 30;
    private static final int GAP = 24;

    private final Figure figure;
    private final int width;
    private final List<Entry> legend;

    Drawing(Figure figure) {
        this.figure = figure;
        this.width = Math.max(2, figure.columns()) * WIDTH;
        this.legend = legend();
    }

    /** Where a line is explained. */
    private record Entry(int line, String label, int x, int row) {}

    /** One whose only line has no name needs no explaining. */
    private List<Entry> legend() {
        var entries = new ArrayList<Entry>();
        var x = LEFT;
        var row = 0;
        for (var label : figure.labels()) {
            if (label.isEmpty()) {
                continue;
            }
            var needed = SAMPLE + GAP + (int) Texts.width(label, Look.TEXT);
            if (x > LEFT && x + needed > width) {
                x = LEFT;
                row++;
            }
            entries.add(new Entry(figure.labels().indexOf(label), label, x, row));
            x += needed;
        }
        return List.copyOf(entries);
    }

    private int head() {
        return HEAD + (legend.isEmpty() ? 0 : ROW * (legend.getLast().row() + 1));
    }

    Dimension size() {
        var rows = (figure.panels().size() + figure.columns() - 1) / figure.columns();
        return new Dimension(width, head() + rows * HEIGHT);
    }

    void on(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Look.PAPER);
        canvas.fillRect(0, 0, size().width, size().height);
        Texts.draw(canvas, figure.title(), Look.TITLE, LEFT, 24);
        Texts.draw(canvas, figure.subtitle(), Look.SMALL, LEFT, 42);
        legend.forEach(entry -> explain(canvas, entry));
        var panelWidth = width / figure.columns();
        for (var i = 0; i < figure.panels().size(); i++) {
            var part = (Graphics2D) canvas.create();
            part.translate(i % figure.columns() * panelWidth, head() + i / figure.columns() * HEIGHT);
            var panel = figure.panels().get(i);
            var chart = new PanelChart(panel, figure.x(), figure.labels(), panelWidth, HEIGHT);
            chart.paint(part, panelWidth, HEIGHT);
            Ticks.paint(part, chart, panel, figure.x());
            part.dispose();
        }
    }

    private void explain(Graphics2D canvas, Entry entry) {
        var y = HEAD + ROW * entry.row() + ROW / 2;
        var colour = Look.colour(entry.line());
        canvas.setColor(colour);
        canvas.setStroke(Look.stroke(entry.line()));
        canvas.draw(new Line2D.Double(entry.x(), y, entry.x() + SAMPLE - 6.0, y));
        Look.marker(entry.line()).paint(canvas, entry.x() + (SAMPLE - 6.0) / 2, y, 7);
        Texts.draw(canvas, entry.label(), Look.TEXT, entry.x() + SAMPLE, y + 4);
    }
}
