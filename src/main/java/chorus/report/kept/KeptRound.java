package chorus.report.kept;

import chorus.report.kept.KeptTable.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A round of a run of the second simulation, as its directory holds it.
 *
 * @param worlds by name, each with its figures by their columns in the file; what is undefined has no entry
 */
public record KeptRound(int round, SortedMap<String, SortedMap<String, Double>> worlds) {
    private static final String FILE = "rounds.csv";
    private static final String WORLD = "world";

    /** Whether a directory has rounds. */
    public static boolean areIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE));
    }

    /**
     * All of them, in order.
     *
     * @throws KeptFault where a file is not as it was written
     */
    public static List<KeptRound> in(Path directory) {
        var rounds = new TreeMap<Integer, KeptRound>();
        for (var line : KeptTable.read(directory.resolve(FILE)).lines()) {
            rounds.computeIfAbsent((int) line.count("round"), round -> new KeptRound(round, new TreeMap<>()))
                    .worlds
                    .put(line.text(WORLD), figures(line));
        }
        return List.copyOf(rounds.values());
    }

    private static SortedMap<String, Double> figures(Line line) {
        var figures = new TreeMap<String, Double>();
        for (var column : line.columns()) {
            if (!column.equals(WORLD)) {
                line.number(column).ifPresent(value -> figures.put(column, value));
            }
        }
        return figures;
    }
}
