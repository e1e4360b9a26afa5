package chorus.bundle.figures;

import chorus.bundle.figures.Figure.Axis;
import chorus.bundle.figures.Figure.Line;
import chorus.bundle.figures.Figure.Panel;
import chorus.bundle.figures.Figure.Point;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.lines.SeriesLines;

/** One panel as a chart of the library: lines with marks, intervals as bars. What stands along x is drawn by {@link Ticks}. */
final class PanelChart extends XYChart {
    /** Beyond the first and the last point, so that their marks are whole. */
    private static final double MARGIN = 0.06;

    /** Room for two rows of labels. */
    private static final int TITLE_BELOW = 26;

    private final transient Axis x;
    private final transient Dodge dodge;

    /** @param labels of all lines of the figure, so that one looks the same in every panel */
    PanelChart(Panel panel, Axis x, List<String> labels, int width, int height) {
        super(width, height, ChartTheme.XChart);
        this.x = x;
        dodge = Dodge.of(panel, x.logarithmic(), labels.size());
        setTitle(panel.title());
        setXAxisTitle(x.title());
        setYAxisTitle(panel.y());
        style();
        range(panel);
        panel.lines().forEach(line -> add(line, labels.indexOf(line.label())));
    }

    private void style() {
        var styler = getStyler();
        styler.setChartBackgroundColor(Look.PAPER)
                .setPlotBackgroundColor(Look.PAPER)
                .setChartFontColor(Look.INK)
                .setPlotBorderVisible(false)
                .setLegendVisible(false)
                .setChartTitleBoxVisible(false)
                .setChartTitleFont(Look.TEXT.deriveFont(Font.BOLD))
                .setChartPadding(8)
                .setMarkerSize(7);
        styler.setAxisTitleFont(Look.SMALL)
                .setAxisTickLabelsFont(Look.SMALL)
                .setAxisTickLabelsColor(Look.INK)
                .setAxisTickMarksColor(Look.INK)
                .setAxisTitlePadding(TITLE_BELOW)
                .setPlotGridLinesColor(Look.GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setErrorBarsColorSeriesColor(true);
        styler.setxAxisTickLabelsFormattingFunction(_ -> " ");
        styler.setyAxisTickLabelsFormattingFunction(Ticks::number);
    }

    private void range(Panel panel) {
        var styler = getStyler();
        var values = panel.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .summaryStatistics();
        if (!x.isOfNumbers()) {
            styler.setXAxisMin(-0.5).setXAxisMax(x.categories().size() - 0.5);
        } else if (x.logarithmic()) {
            var beyond = StrictMath.pow(values.getMax() / values.getMin(), MARGIN);
            styler.setXAxisLogarithmic(true)
                    .setXAxisMin(values.getMin() / beyond)
                    .setXAxisMax(values.getMax() * beyond);
        } else {
            var beyond = values.getMax() > values.getMin() ? (values.getMax() - values.getMin()) * MARGIN : 1;
            styler.setXAxisMin(values.getMin() - beyond).setXAxisMax(values.getMax() + beyond);
        }
    }

    private void add(Line line, int index) {
        var hasIntervals = hasIntervals(line);
        var xs = line.points().stream()
                .map(point -> hasIntervals ? dodge.of(point.x(), index) : point.x())
                .toList();
        var ys = line.points().stream().map(Point::y).toList();
        var name = line.label().isEmpty() ? " " : line.label();
        var series = hasIntervals ? addSeries(name, xs, ys, halves(line)) : addSeries(name, xs, ys);
        series.setLineColor(Look.colour(index));
        series.setMarkerColor(Look.colour(index));
        series.setMarker(Look.marker(index));
        series.setLineStyle(x.isOfNumbers() ? Look.stroke(index) : SeriesLines.NONE);
    }

    private static boolean hasIntervals(Line line) {
        return line.points().stream().anyMatch(point -> point.half().isPresent());
    }

    private static List<Double> halves(Line line) {
        return line.points().stream().map(point -> point.half().orElse(0)).toList();
    }

    /** Where the lines are, once it has been painted. */
    Rectangle2D area() {
        return plot.getBounds();
    }
}
