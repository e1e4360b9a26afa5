package chorus.report.altruism;

import chorus.ratings.results.RoundRow;
import chorus.report.Table;
import chorus.report.altruism.figures.SpectrumFigure;
import chorus.report.altruism.figures.SweepFigures;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The files of a run in its directory: {@code settings.yaml}, {@code rounds.csv}, {@code summary.json}, {@code chart.svg},
 * {@code spectrum.svg}; {@code orders.yaml} where something was ordered.
 */
public final class RoundsBundle {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    private RoundsBundle(Path directory) {
        this.directory = directory;
    }

    /**
     * What a result needs beside its numbers.
     *
     * @param settings as a page that loads again to the same
     */
    public record Origin(String name, long randomSeed, String settings, SortedMap<String, String> versions) {}

    /** Writes all files; the directory is made if need be. */
    public static void write(Path directory, Origin origin, List<RoundRow> rows) {
        var bundle = new RoundsBundle(directory);
        try {
            Files.createDirectories(directory);
            bundle.write("settings.yaml", origin.settings());
            bundle.write(RoundTable.ROUNDS.file(), csv(rows));
            bundle.write("summary.json", JSON.writeValueAsString(summary(origin, rows)) + "\n");
            bundle.write("chart.svg", RoundsChart.of(rows));
            bundle.write("spectrum.svg", SpectrumFigure.of(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** Begins the files of a run that goes on: settings, and the rounds that there are. */
    public static RoundsBundle begin(Path directory, Origin origin, List<RoundRow> rows) {
        var bundle = new RoundsBundle(directory);
        try {
            Files.createDirectories(directory);
            bundle.write("settings.yaml", origin.settings());
            bundle.write(RoundTable.ROUNDS.file(), csv(rows));
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /**
     * Keeps the orders that were accepted so far.
     *
     * @param orders the whole of orders.yaml
     */
    public void ordered(String orders) {
        try {
            write("orders.yaml", orders);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** Adds a round. */
    public void add(List<RoundRow> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(RoundTable.ROUNDS.line(row)));
        try {
            Files.writeString(directory.resolve(RoundTable.ROUNDS.file()), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** The rounds of several runs in one file, {@code sweep.csv}, with what was varied in front, and their figures. */
    public static void write(Path directory, List<String> keys, Map<List<String>, List<RoundRow>> runs) {
        var page = new StringBuilder();
        keys.forEach(key -> page.append(Table.quoted(key)).append(','));
        page.append(RoundTable.ROUNDS.header());
        runs.forEach((values, rows) -> {
            for (var row : rows) {
                values.forEach(value -> page.append(Table.quoted(value)).append(','));
                page.append(RoundTable.ROUNDS.line(row));
            }
        });
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("sweep.csv"), page);
            for (var figure : SweepFigures.of(keys, runs).entrySet()) {
                var file = directory.resolve(figure.getKey());
                if (figure.getValue().isPresent()) {
                    Files.writeString(file, figure.getValue().get());
                } else {
                    Files.deleteIfExists(file); // of a sweep that was here before
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
    }

    /** A header and a line a row. */
    public static String csv(List<RoundRow> rows) {
        var page = new StringBuilder(RoundTable.ROUNDS.header());
        rows.forEach(row -> page.append(RoundTable.ROUNDS.line(row)));
        return page.toString();
    }

    private static Map<String, Object> summary(Origin origin, List<RoundRow> rows) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("name", origin.name());
        summary.put("versions", origin.versions());
        summary.put("randomSeed", origin.randomSeed());
        var last = rows.stream().mapToInt(RoundRow::round).max().orElse(-1);
        summary.put("rounds", last + 1);
        summary.put(
                "worlds",
                rows.stream()
                        .filter(row -> row.round() == last)
                        .map(RoundsBundle::figures)
                        .toList());
        return summary;
    }

    /** The last round of a world. */
    public static Map<String, Object> figures(RoundRow row) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("world", row.world());
        figures.put("k", row.platform().kept());
        figures.put("observed", row.platform().observed());
        figures.put("members", row.campaign().members());
        figures.put("welfare", row.welfare().all());
        figures.put("majority", row.welfare().majority());
        figures.put("majorityChange", row.welfare().majority() - row.twin().majority());
        figures.put("minority", row.welfare().minority());
        figures.put("minorityIdeal", row.minorityShare());
        figures.put("harmed", row.against().harmed().all());
        figures.put("loss", row.against().loss());
        figures.put("paretoSlack", row.against().paretoWithSlack());
        return figures;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
