package chorus.bundle;

import chorus.bundle.figures.Figure;
import chorus.bundle.figures.Figures;
import chorus.bundle.figures.Profiles;
import chorus.bundle.page.Gallery;
import chorus.bundle.page.ReportPage;
import chorus.bundle.tables.ExperimentTables;
import chorus.config.SettingsText;
import chorus.config.Sweep;
import chorus.config.words.Words.FigureWords;
import chorus.experiment.sweep.Findings;
import chorus.report.kept.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The directory of an experiment. What it holds stands in {@code docs/experiment-bundle.md}. */
public final class ExperimentBundle {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What every experiment's directory has from its beginning on. */
    private static final String FILE = "experiment.yaml";

    private final Path directory;

    private ExperimentBundle(Path directory) {
        this.directory = directory;
    }

    /**
     * Begins a bundle, or begins one anew.
     *
     * @param file the experiment's, as named on the command line
     * @param text what stands in it
     * @throws PlaceOfOthers where there is something else
     */
    public static ExperimentBundle open(Path directory, Sweep sweep, String file, String text) {
        Drawn.check(sweep, file);
        var bundle = new ExperimentBundle(directory);
        try {
            Files.createDirectories(directory);
            try (var files = Files.list(directory)) {
                if (!Files.exists(directory.resolve(FILE)) && files.findAny().isPresent()) {
                    throw new PlaceOfOthers(directory + " holds files, and no " + FILE
                            + ", so that they are no experiment's: name another --out");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
        bundle.write(FILE, text);
        return bundle;
    }

    public Path directory() {
        return directory;
    }

    /** Writes all there is, the summary last. */
    public void write(Sweep sweep, List<Findings> findings, Provenance from) {
        var settings = sweep.variants().getFirst().settings();
        var tables = ExperimentTables.of(sweep, findings);
        write("settings.yaml", SettingsText.of(settings));
        tables.all().forEach(sheet -> SheetFiles.write(directory, sheet));
        var summary = ExperimentSummary.of(settings.name(), from, sweep.keys(), tables.scale());
        var page = new ReportPage(sweep.words().title().orElse(settings.name()));
        sweep.words().about().ifPresent(page::paragraph);
        page.facts(Facts.of(summary));
        var gallery = new Gallery(page, directory.resolve("figures"));
        Drawn.of(sweep, tables.results()).forEach(words -> gallery.add(figure(words, sweep, tables), words));
        page.heading("Tables");
        tables.amplification().ifPresent(sheet -> page.table("amplification.csv", sheet));
        page.table("means.csv, of the main measures", MainMeans.of(tables.means()));
        page.text(FILE, from.text());
        page.text("settings.yaml: the effective settings of the first variant", SettingsText.of(settings));
        write("report.html", page.html());
        try {
            write("summary.json", JSON.writeValueAsString(summary) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(FigureWords words, Sweep sweep, ExperimentTables tables) {
        var over = words.over().orElse("");
        var means = over.equals(Figures.GENERATION) ? tables.courseMeans().orElse(tables.means()) : tables.means();
        var keys = new ArrayList<>(sweep.keys());
        keys.removeIf(key -> means.index(key) < 0);
        var title = words.title().orElse(words.name());
        var scale = tables.scale().text();
        return Profiles.is(words.measures())
                ? new Profiles(means, keys).of(words.name(), title, scale, words.measures())
                : new Figures(means, keys, over).of(words.name(), title, scale, words.measures());
    }

    private void write(String name, String text) {
        WholeFile.write(directory, name, text);
    }
}
