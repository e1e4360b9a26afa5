package chorus.report.altruism.figures;

import java.util.Locale;

/** A panel of lines: where it lies, and its two axes. */
record Frame(double left, double top, double width, double height, Span across, Span up) {
    double x(double value) {
        return left + width * across.at(value);
    }

    double y(double value) {
        return top + height * (1 - up.at(value));
    }

    /** Marks of both axes, with a title above and one below. */
    void draw(Canvas canvas, String title, String below) {
        canvas.text(left, top - 10, title, " font-weight=\"bold\"");
        for (var mark : up.marks()) {
            var colour = mark == 0 && !up.logarithmic() ? "#777777" : "#dddddd";
            canvas.line(left, y(mark), left + width, y(mark), colour, "");
            canvas.text(left - 8, y(mark) + 4, Span.text(mark), " text-anchor=\"end\"");
        }
        for (var mark : across.marks()) {
            canvas.line(x(mark), top + height, x(mark), top + height + 5, "#777777", "");
            canvas.text(x(mark), top + height + 19, Span.text(mark), " text-anchor=\"middle\"");
        }
        canvas.text(left + width / 2, top + height + 38, below, " text-anchor=\"middle\"");
    }

    /** A step of a path; the first moves there. */
    String step(boolean first, double x, double y) {
        return String.format(Locale.ROOT, "%s%.1f %.1f", first ? "M" : "L", x(x), y(y));
    }
}
