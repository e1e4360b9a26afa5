package chorus.bundle.page;

import chorus.bundle.figures.Figure;
import chorus.bundle.sheet.Sheet;
import chorus.config.words.Words.FigureWords;
import chorus.report.Table.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page that grows from above. Figures are part of it; it loads nothing and runs nothing. */
public final class ReportPage {
    /** What people read of a number; the CSV beside the page has all of it. */
    private static final MathContext DIGITS = new MathContext(4);

    private final String title;
    private final StringBuilder body = new StringBuilder();

    public ReportPage(String title) {
        this.title = title;
        add("<h1>", title, "</h1>");
    }

    public void heading(String text) {
        add("<h2>", text, "</h2>");
    }

    public void paragraph(String text) {
        add("<p>", text, "</p>");
    }

    public void facts(Map<String, String> facts) {
        body.append("<dl>\n");
        facts.forEach((name, fact) -> {
            add("<dt>", name, "</dt>");
            add("<dd>", fact, "</dd>");
        });
        body.append("</dl>\n");
    }

    /** A figure with its scale, and what stands beside it in words. */
    public void figure(Figure figure, String svg, FigureWords words) {
        body.append("<figure>\n<div role=\"img\" aria-label=\"")
                .append(escaped(figure.title() + ", a line each: " + String.join("; ", figure.labels())))
                .append("\">")
                .append(svg)
                .append("</div>\n<figcaption>");
        add("<p><b>", figure.title() + ".", "</b> " + escaped(figure.subtitle()) + ".</p>");
        words.paper().ifPresent(text -> add("<p><b>In the paper:</b> ", text, "</p>"));
        words.here().ifPresent(text -> add("<p><b>Here:</b> ", text, "</p>"));
        body.append("</figcaption>\n</figure>\n");
    }

    /** A table, its numbers rounded. */
    public void table(String caption, Sheet sheet) {
        body.append("<div class=\"wide\"><table>\n");
        add("<caption>", caption, "</caption>");
        body.append("<thead><tr>");
        sheet.heads().forEach(head -> body.append("<th title=\"")
                .append(escaped(head.meaning()))
                .append("\">")
                .append(escaped(head.name()))
                .append("</th>"));
        body.append("</tr></thead>\n<tbody>\n");
        for (var row : sheet.rows()) {
            body.append("<tr>");
            for (var i = 0; i < row.size(); i++) {
                body.append(sheet.heads().get(i).kind() == Kind.TEXT ? "<td>" : "<td class=\"n\">")
                        .append(escaped(shown(row.get(i), sheet.heads().get(i).kind())))
                        .append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
    }

    /** A file, folded away. */
    public void text(String name, String text) {
        body.append("<details>");
        add("<summary>", name, "</summary>");
        add("<pre>", text, "</pre>");
        body.append("</details>\n");
    }

    public String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), style(), body);
    }

    private static String shown(String field, Kind kind) {
        return kind == Kind.NUMBER && !field.isEmpty()
                ? new BigDecimal(field).round(DIGITS).stripTrailingZeros().toPlainString()
                : field;
    }

    private void add(String open, String text, String close) {
        body.append(open).append(escaped(text)).append(close).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (var stream = ReportPage.class.getResourceAsStream("/chorus/report.css")) {
            if (stream == null) {
                throw new IllegalStateException("chorus/report.css is missing in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
