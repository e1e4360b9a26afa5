package chorus.cli.altruism;

import chorus.altruism.sweep.Variants;
import chorus.cli.frame.Version;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsText;
import chorus.config.Sweep;
import chorus.config.Sweep.Told;
import chorus.config.Sweep.Variant;
import chorus.config.tree.SettingsFault;
import chorus.ratings.results.RoundRow;
import chorus.report.Terminal;
import chorus.report.altruism.RoundLines;
import chorus.report.altruism.RoundsBundle;
import chorus.report.altruism.RoundsBundle.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chorus altruism experiment}: all worlds and rounds in this process alone. */
@Command(
        name = "experiment",
        description = {
            "Play the rounds of a settings file in this process alone, without Kafka, and keep the files of the run.",
            "A key `sweep` in the file, e.g. {altruism.eta: [0.2, 0.5]}, gives a run for each combination; their files lie in DIR/1, "
                    + "DIR/2, … and all their rounds in DIR/sweep.csv, with the varied keys in front. Prints the last round of "
                    + "each world."
        },
        mixinStandardHelpOptions = true)
final class AltruismExperiment implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.yaml", description = "settings over the defaults, and perhaps a sweep")
    private Path file = Path.of("experiment.yaml");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "one setting over the file, e.g. altruism.eta=0.3; no key that the sweep varies")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "directory of the run's files; default: runs/<name>")
    private @Nullable Path out;

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description =
                    "altruists that begin and end while it goes, as orders.yaml of a run has them (docs/orders.md)")
    private @Nullable Path orders;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var terminal = json.terminal();
        var sweep = Sweep.altruists(file, Optional.ofNullable(orders), sets);
        if (sweep.told() == Told.all) {
            throw new SettingsFault(
                    file.toString(), "generations", "is for playlists: here every round is in the files anyway");
        }
        var runs = play(sweep, terminal);
        keep(sweep, runs);
        var lines = new RoundLines(sweep.keys());
        var answers = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < runs.size(); i++) {
            var values = sweep.variants().get(i).values();
            for (var row : last(runs.get(i))) {
                lines.add(values, row);
                var answer = new LinkedHashMap<String, Object>();
                answer.put("values", values);
                answer.putAll(RoundsBundle.figures(row));
                answers.add(answer);
            }
        }
        terminal.result(lines.text());
        if (json.asked()) {
            json.print("chorus-altruism/1", Map.of("keys", sweep.keys(), "results", answers));
        }
        return 0;
    }

    private List<List<RoundRow>> play(Sweep sweep, Terminal terminal) {
        var variants = sweep.variants().size();
        terminal.note(file + (variants > 1 ? ": " + variants + " runs" : ""));
        var rounds = sweep.variants().stream()
                .mapToLong(variant -> variant.settings().altruism().rounds())
                .sum();
        var runs = Variants.play(sweep.variants(), done -> terminal.progress("rounds", done, rounds));
        terminal.progressEnds();
        return runs;
    }

    private static List<RoundRow> last(List<RoundRow> rows) {
        var last = rows.getLast().round();
        return rows.stream().filter(row -> row.round() == last).toList();
    }

    private void keep(Sweep sweep, List<List<RoundRow>> runs) {
        var directory = out == null
                ? Path.of("runs", sweep.variants().getFirst().settings().name())
                : out;
        if (sweep.keys().isEmpty()) {
            keep(sweep.variants().getFirst(), runs.getFirst(), directory);
            return;
        }
        var all = new LinkedHashMap<List<String>, List<RoundRow>>();
        for (var i = 0; i < runs.size(); i++) {
            var variant = sweep.variants().get(i);
            keep(variant, runs.get(i), directory.resolve(Integer.toString(i + 1)));
            all.put(variant.values(), runs.get(i));
        }
        RoundsBundle.write(directory, sweep.keys(), all);
    }

    private static void keep(Variant variant, List<RoundRow> rows, Path directory) {
        var settings = variant.settings();
        var origin = new Origin(settings.name(), settings.randomSeed(), SettingsText.of(settings), Version.all());
        RoundsBundle.write(directory, origin, rows);
    }
}
