package chorus.bundle.compare;

import chorus.bundle.sheet.CsvSheet;
import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.report.Table.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One of two bundles.
 *
 * @param isExperiment else of a run
 * @param version of Chorus that made it
 * @param keys that it varies, the seed apart
 * @param rows with a column {@code seed}: {@code results.csv}, or {@code evaluations.csv} of the one seed of a run
 */
record Side(String name, boolean isExperiment, String version, List<String> keys, Sheet rows) {
    static final String SEED = "seed";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Side read(Path directory) {
        var summary = directory.resolve("summary.json");
        if (!Files.isRegularFile(summary)) {
            throw new NotComparable(
                    directory + " is no bundle of a run or an experiment that has ended: it has no summary.json");
        }
        var content = tree(summary);
        var isExperiment = "experiment".equals(content.path("kind").asText());
        var table = directory.resolve(isExperiment ? "results.csv" : "evaluations.csv");
        if (!Files.isRegularFile(table)) {
            throw new NotComparable(directory + " is no bundle: it has no " + table.getFileName());
        }
        var sheet = CsvSheet.read(table);
        return new Side(
                name(directory),
                isExperiment,
                content.path("versions").path("chorus").asText("unknown"),
                keys(content),
                isExperiment ? sheet : seeded(sheet, content.path("randomSeed").asText()));
    }

    private static JsonNode tree(Path summary) {
        try {
            return JSON.readTree(summary.toFile());
        } catch (IOException e) {
            throw new NotComparable(summary + " cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static String name(Path directory) {
        return directory.toAbsolutePath().normalize().getFileName().toString();
    }

    private static List<String> keys(JsonNode summary) {
        return StreamSupport.stream(summary.path("keys").spliterator(), false)
                .map(JsonNode::asText)
                .filter(key -> !key.equals("randomSeed"))
                .toList();
    }

    private static Sheet seeded(Sheet sheet, String seed) {
        var heads = new ArrayList<Head>();
        heads.add(new Head(SEED, "", Kind.COUNT));
        heads.addAll(sheet.heads());
        var rows = sheet.rows().stream()
                .map(row -> {
                    var with = new ArrayList<String>();
                    with.add(seed);
                    with.addAll(row);
                    return (List<String>) with;
                })
                .toList();
        return new Sheet(sheet.name(), heads, rows);
    }

    /** What tells a row apart from others of its seed. */
    List<String> identity() {
        var columns = new ArrayList<>(keys);
        if (!isExperiment) {
            columns.add("generation");
        }
        columns.addAll(List.of("campaign", "world", "recommender"));
        return columns;
    }
}
