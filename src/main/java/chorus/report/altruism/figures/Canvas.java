package chorus.report.altruism.figures;

import chorus.report.Legend;
import java.util.List;
import java.util.Locale;

/** A page of SVG that grows; what is drawn later lies above. */
final class Canvas {
    /** Told apart also by who does not see red and green as two. */
    static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#999999");

    private static final List<String> DASHES =
            List.of("", " stroke-dasharray=\"9 4\"", " stroke-dasharray=\"9 3 2 3\"");

    /** So many lines have a look of their own. */
    static final int LOOKS = COLOURS.size() * DASHES.size();

    private static final int LEGEND_ROW = 22;

    private final StringBuilder page = new StringBuilder();

    Canvas(int width, int height) {
        page.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"#222222\">\n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n",
                width,
                height,
                width,
                height,
                width,
                height));
    }

    /** How the line of a number is drawn. */
    static Legend.Line look(int index, String text) {
        return new Legend.Line(
                text, COLOURS.get(index % COLOURS.size()), DASHES.get(index / COLOURS.size() % DASHES.size()));
    }

    static int height(Legend legend) {
        return LEGEND_ROW * legend.rows();
    }

    void legend(Legend legend, int top) {
        for (var entry : legend.entries()) {
            var y = top + LEGEND_ROW * entry.row();
            var line = entry.line();
            line(entry.x(), y, entry.x() + 26, y, line.colour(), " class=\"key\" stroke-width=\"3\"" + line.style());
            text(entry.x() + 32, y + 5, line.text(), "");
        }
    }

    /** @param style more attributes */
    void text(double x, double y, String text, String style) {
        page.append(
                String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>\n", x, y, style, escaped(text)));
    }

    void line(double fromX, double fromY, double toX, double toY, String colour, String style) {
        page.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
                fromX,
                fromY,
                toX,
                toY,
                colour,
                style));
    }

    void rect(double x, double y, double width, double height, String fill, String style) {
        page.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"%s/>\n",
                x,
                y,
                width,
                height,
                fill,
                style));
    }

    void path(String steps, String colour, String style) {
        page.append("<path d=\"" + steps + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-linejoin=\"round\""
                + style + "/>\n");
    }

    void begin(String kind) {
        page.append("<g class=\"" + kind + "\">\n");
    }

    void end() {
        page.append("</g>\n");
    }

    String svg() {
        return page + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
