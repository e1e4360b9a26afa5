package chorus.report;

import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.bias.Gini;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of the terminal a generation, below a head of two lines, or of one without campaigns. Within 100 columns, one or two
 * campaigns have three figures each; where there are more, or they happen in several worlds, up to six have their hits.
 */
public final class GenerationLines {
    private static final int ROOMY = 2;
    private static final int ROOM = 54;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 16;

    private final String first;
    private final List<Curve> curves;
    private final int more;

    /** @param campaigns all that may come, in the order in which they are shown in each world */
    public GenerationLines(Worlds worlds, List<String> campaigns) {
        first = worlds.named().getFirst().name();
        var all = Curve.of(worlds, campaigns);
        curves = all.stream().limit(ROOM / NARROWEST).toList();
        more = all.size() - curves.size();
    }

    /** The head: campaigns, if there are any, above their columns. */
    public String head() {
        var columns =
                String.format(Locale.ROOT, "%4s %11s", "gen", "edits") + titles() + models("Gini", "R-prec", "lag");
        var rest = more > 0 ? " │ " + more + " more: evaluations.csv" : " │";
        return curves.isEmpty() ? columns : " ".repeat(16) + names() + rest + "\n" + columns;
    }

    /** A generation; {@code lag} is how many records the topology is behind, where that is known. */
    public String line(GenerationRow generation, List<EvaluationRow> evaluations, OptionalLong lag) {
        var lead = String.format(Locale.ROOT, "%4d %,11d", generation.generation(), generation.edits());
        if (!generation.skipped().isEmpty()) {
            return lead + " │ skipped: " + generation.skipped();
        }
        return lead
                + numbers(evaluations)
                + models(
                        number("%.3f", figure(evaluations, Gini.TRACKS)),
                        number("%.3f", figure(evaluations, RPrecision.MEASURE)),
                        lag.isPresent() ? Long.toString(lag.getAsLong()) : "–");
    }

    private String names() {
        return isRoomy()
                ? each(curve -> String.format(Locale.ROOT, " │ %-21.21s", curve.label()))
                : " │" + each(curve -> narrow(curve.label(width() - 1)));
    }

    private String titles() {
        return isRoomy() ? each(_ -> wide("α", "hits %", "A")) : " │" + each(_ -> narrow("hits %"));
    }

    private String numbers(List<EvaluationRow> rows) {
        return isRoomy()
                ? each(curve -> row(curve, rows).map(GenerationLines::wide).orElse(wide("", "", "")))
                : " │"
                        + each(curve -> narrow(
                                row(curve, rows).map(GenerationLines::hits).orElse("")));
    }

    private boolean isRoomy() {
        return curves.size() <= ROOMY;
    }

    private int width() {
        return Math.clamp(ROOM / curves.size(), NARROWEST, WIDEST);
    }

    private String each(Function<Curve, String> cell) {
        return curves.stream().map(cell).collect(Collectors.joining());
    }

    private String narrow(String text) {
        return " ".repeat(width() - text.length()) + text;
    }

    private static String wide(EvaluationRow row) {
        return wide(
                String.format(Locale.ROOT, "%7.5f", row.effect().alpha()),
                hits(row),
                number("%.1f", row.figure(Amplification.PER_PLAYLIST)));
    }

    private static String wide(String alpha, String hits, String amplification) {
        return String.format(Locale.ROOT, " │ %7s %6s %6s", alpha, hits, amplification);
    }

    private static String models(String gini, String precision, String lag) {
        return String.format(Locale.ROOT, " │ %6s %6s %6s", gini, precision, lag);
    }

    private static Optional<EvaluationRow> row(Curve curve, List<EvaluationRow> rows) {
        return rows.stream().filter(curve::shows).findFirst();
    }

    private static String hits(EvaluationRow row) {
        var share = row.hitShare();
        return number("%.1f", share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share);
    }

    /** What a measure came to in the first of the worlds. */
    private OptionalDouble figure(List<EvaluationRow> rows, Measure measure) {
        return rows.stream()
                .filter(row -> row.world().equals(first))
                .findFirst()
                .map(row -> row.figure(measure))
                .orElse(OptionalDouble.empty());
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }
}
