package chorus.bundle.compare;

import chorus.bundle.figures.Figure;
import chorus.bundle.figures.Figures;
import chorus.bundle.page.Gallery;
import chorus.bundle.page.ReportPage;
import chorus.bundle.parquet.ParquetFile;
import chorus.bundle.sheet.Sheet;
import chorus.config.words.Words.FigureWords;
import chorus.experiment.sweep.TextColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What a comparison leaves: its main measures as text, and in a directory all of them, overlaid figures and a report. */
public final class ComparisonBundle {
    private static final List<String> MAIN =
            List.of("amplification_per_playlist", "amplification_per_frequency", "success_rate", "ndcg", "r_precision");
    private static final MathContext DIGITS = new MathContext(4);

    private ComparisonBundle() {}

    /** The main measures, for a terminal; of runs at the last generation that both have. */
    public static String text(Comparison both, Sheet differences) {
        var table = new TextColumns();
        var told = of(both, differences);
        table.add(told.names());
        told.rows().forEach(row -> table.add(shortened(told, row)));
        return table.toString();
    }

    private static Sheet of(Comparison both, Sheet differences) {
        var last = both.isOfExperiments()
                ? ""
                : Long.toString(differences.rows().stream()
                        .mapToLong(row -> Long.parseLong(differences.at(row, "generation")))
                        .max()
                        .orElseThrow());
        var rows = differences.rows().stream()
                .filter(row -> MAIN.contains(differences.at(row, "measure")))
                .filter(row ->
                        last.isEmpty() || differences.at(row, "generation").equals(last))
                .toList();
        return new Sheet(differences.name(), differences.heads(), rows);
    }

    private static List<String> shortened(Sheet sheet, List<String> row) {
        var fields = new ArrayList<String>();
        for (var i = 0; i < row.size(); i++) {
            var isMeasured = i > sheet.index("n_b") && !row.get(i).isEmpty();
            fields.add(
                    isMeasured
                            ? new BigDecimal(row.get(i))
                                    .round(DIGITS)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            : row.get(i));
        }
        return fields;
    }

    /** Writes all of it; {@code differences} are those of {@code both}. */
    public static void write(Comparison both, Sheet differences, Path directory) {
        var names = both.names();
        var page = new ReportPage(names.getFirst() + " and " + names.getLast());
        var facts = new LinkedHashMap<String, String>();
        facts.put("first, a", names.getFirst() + ", version " + both.versions().getFirst());
        facts.put("second, b", names.getLast() + ", version " + both.versions().getLast());
        facts.put("difference", "second less first, with a 95 % t-interval; paired by seed where both have the seed");
        page.facts(facts);
        var figures = List.of(
                figure(both, "amplification", "Amplification", "amplification_per_playlist", "success_rate"),
                figure(both, "accuracy", "Accuracy", "ndcg", "r_precision"));
        try {
            Files.createDirectories(directory);
            var gallery = new Gallery(page, directory.resolve("figures"));
            figures.forEach(figure -> gallery.add(figure, unsaid(figure)));
            page.heading("Differences");
            page.table("the main measures; differences.csv has all", of(both, differences));
            Files.writeString(directory.resolve("differences.csv"), differences.csv());
            ParquetFile.write(differences, directory.resolve("differences.parquet"));
            Files.writeString(directory.resolve("report.html"), page.html());
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    private static FigureWords unsaid(Figure figure) {
        return new FigureWords(
                figure.name(), Optional.empty(), List.of("ndcg"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Figure figure(Comparison both, String name, String title, String... measures) {
        var means = Overlay.of(both);
        var keys = new ArrayList<>(both.keys());
        keys.add(Overlay.BUNDLE);
        return new Figures(means, keys, both.isOfExperiments() ? "" : "generation")
                .of(name, title, String.join(" and ", both.names()), List.of(measures));
    }
}
