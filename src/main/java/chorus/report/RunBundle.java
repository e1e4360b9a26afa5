package chorus.report;

import chorus.report.kept.KeptRows;
import chorus.report.kept.WholeFile;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The files of a run in its directory: settings, generations, evaluations, distributions, a summary and a chart. What is known when
 * it is opened is written anew, so that a line torn by a killed process does not survive; then each generation is appended.
 */
public final class RunBundle {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private Worlds worlds;
    private final TreeMap<Long, GenerationRow> generations = new TreeMap<>();
    private final TreeMap<Long, List<EvaluationRow>> evaluations = new TreeMap<>();
    private final TreeMap<Long, List<DistributionRow>> distributions = new TreeMap<>();

    private RunBundle(Path directory, Worlds worlds) {
        this.directory = directory;
        this.worlds = worlds;
    }

    /** What a run has come to so far. */
    public record Known(Collection<GenerationRow> generations, Collection<EvaluationRow> evaluations) {
        public static final Known NOTHING = new Known(List.of(), List.of());
    }

    /** Opens a directory, made if need be, with everything that is already known of its run. */
    public static RunBundle open(Path directory, String settings, Worlds worlds, Known known) {
        var bundle = new RunBundle(directory, worlds);
        known.generations().forEach(row -> bundle.generations.put(row.generation(), row));
        known.evaluations().forEach(row -> bundle.evaluations
                .computeIfAbsent(row.generation(), generation -> new ArrayList<>())
                .add(row));
        bundle.evaluations.replaceAll((generation, rows) -> bundle.ordered(rows));
        KeptRows.distributions(directory).stream()
                .filter(row -> bundle.evaluations.containsKey(row.generation()))
                .forEach(row -> bundle.distributions
                        .computeIfAbsent(row.generation(), generation -> new ArrayList<>())
                        .add(row));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be made", e);
        }
        bundle.write("settings.yaml", settings);
        bundle.rewrite();
        return bundle;
    }

    /**
     * Keeps the orders that were accepted so far, which may have brought worlds.
     *
     * @param orders the whole of orders.yaml
     * @param more all worlds of the run
     */
    public void ordered(String orders, Worlds more) {
        worlds = more;
        write("orders.yaml", orders);
    }

    /** Adds a generation without distributions. */
    public void add(GenerationRow generation, List<EvaluationRow> rows) {
        add(generation, rows, List.of());
    }

    /** Adds a generation; one that is already there is replaced. */
    public void add(GenerationRow generation, List<EvaluationRow> rows, List<DistributionRow> spread) {
        var number = generation.generation();
        var isNext = generations.isEmpty() || number > generations.lastKey();
        var ordered = ordered(rows);
        generations.put(number, generation);
        evaluations.put(number, ordered);
        distributions.put(number, spread);
        if (isNext) {
            append(Tables.GENERATIONS, List.of(generation));
            append(Tables.EVALUATIONS, ordered);
            append(Tables.DISTRIBUTIONS, spread);
        } else {
            rewrite();
        }
    }

    /** Ends the run's record: {@code summary.json} and {@code chart.svg}. */
    public void finish(Summary summary) {
        try {
            write("summary.json", JSON.writeValueAsString(summary) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("chart.svg", SvgChart.of(Course.of(worlds, evaluations())));
    }

    public Path directory() {
        return directory;
    }

    public Worlds worlds() {
        return worlds;
    }

    /** All rows so far: by generation, then by world as shown, then as the campaigns are given. */
    public List<EvaluationRow> evaluations() {
        return evaluations.values().stream().flatMap(List::stream).toList();
    }

    /** How they are spread, as far as that is known. */
    public List<DistributionRow> distributions() {
        return distributions.values().stream().flatMap(List::stream).toList();
    }

    public List<GenerationRow> generations() {
        return List.copyOf(generations.values());
    }

    /** A world that the run does not have comes last. */
    private List<EvaluationRow> ordered(List<EvaluationRow> rows) {
        var names = new ArrayList<>(worlds.named().stream().map(World::name).toList());
        rows.stream()
                .map(EvaluationRow::world)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> names.indexOf(row.world())))
                .toList();
    }

    private void rewrite() {
        write(Tables.GENERATIONS.file(), page(Tables.GENERATIONS, generations()));
        write(Tables.EVALUATIONS.file(), page(Tables.EVALUATIONS, evaluations()));
        write(Tables.DISTRIBUTIONS.file(), page(Tables.DISTRIBUTIONS, distributions()));
    }

    private static <R> String page(Table<R> table, List<R> rows) {
        var page = new StringBuilder(table.header());
        rows.forEach(row -> page.append(table.line(row)));
        return page.toString();
    }

    private <R> void append(Table<R> table, List<R> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(table.line(row)));
        var file = directory.resolve(table.file());
        try {
            Files.writeString(
                    file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void write(String name, String text) {
        WholeFile.write(directory, name, text);
    }
}
