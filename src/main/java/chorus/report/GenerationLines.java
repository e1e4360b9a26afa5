package chorus.report;

import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.bias.Gini;
import chorus.playlist.World;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One line of the terminal a generation, below a head of two lines, or of one without campaigns. At most two campaigns fit
 * into 100 columns.
 */
public final class GenerationLines {
    private static final int SHOWN = 2;

    private final List<String> campaigns;
    private final int more;

    public GenerationLines(List<String> campaigns) {
        this.campaigns = campaigns.stream().limit(SHOWN).toList();
        this.more = campaigns.size() - this.campaigns.size();
    }

    /** The head: campaigns, if there are any, above their columns. */
    public String head() {
        var names = new StringBuilder(" ".repeat(16));
        var columns = new StringBuilder(String.format(Locale.ROOT, "%4s %11s", "gen", "edits"));
        for (var campaign : campaigns) {
            names.append(String.format(Locale.ROOT, " │ %-21.21s", campaign));
            columns.append(String.format(Locale.ROOT, " │ %7s %6s %6s", "α", "hits %", "A"));
        }
        names.append(more > 0 ? " │ " + more + " more in evaluations.csv" : " │");
        columns.append(String.format(Locale.ROOT, " │ %6s %6s %6s", "Gini", "R-prec", "lag"));
        return campaigns.isEmpty() ? columns.toString() : names + "\n" + columns;
    }

    /** A generation; {@code lag} is how many records the topology is behind, where that is known. */
    public String line(GenerationRow generation, List<EvaluationRow> evaluations, OptionalLong lag) {
        var line =
                new StringBuilder(String.format(Locale.ROOT, "%4d %,11d", generation.generation(), generation.edits()));
        if (!generation.skipped().isEmpty()) {
            return line + " │ skipped: " + generation.skipped();
        }
        var factual =
                evaluations.stream().filter(row -> row.world() == World.FACTUAL).toList();
        campaigns.forEach(campaign -> line.append(" │ ").append(campaign(campaign, factual)));
        line.append(String.format(
                Locale.ROOT,
                " │ %6s %6s %6s",
                number("%.3f", figure(factual, Gini.TRACKS)),
                number("%.3f", figure(factual, RPrecision.MEASURE)),
                lag.isPresent() ? Long.toString(lag.getAsLong()) : "–"));
        return line.toString();
    }

    private static String campaign(String name, List<EvaluationRow> factual) {
        return factual.stream()
                .filter(row -> row.campaign().equals(name))
                .findFirst()
                .map(GenerationLines::numbers)
                .orElse(" ".repeat(21));
    }

    private static String numbers(EvaluationRow row) {
        var share = row.hitShare().stream().map(each -> 100 * each).findFirst();
        return String.format(
                Locale.ROOT,
                "%7.5f %6s %6s",
                row.effect().alpha(),
                number("%.1f", share),
                number("%.1f", row.figure(Amplification.PER_PLAYLIST)));
    }

    private static OptionalDouble figure(List<EvaluationRow> rows, Measure measure) {
        return rows.isEmpty() ? OptionalDouble.empty() : rows.getFirst().figure(measure);
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }
}
