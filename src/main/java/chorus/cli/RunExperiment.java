package chorus.cli;

import chorus.cli.frame.Version;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsText;
import chorus.config.Sweep;
import chorus.config.Sweep.Variant;
import chorus.experiment.Experiment;
import chorus.experiment.Round;
import chorus.experiment.SweepTable;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.report.Summary;
import chorus.report.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chorus experiment}: the same stages in this process alone. */
@Command(
        name = "experiment",
        description = {
            "Run the simulation of a settings file in this process alone, without Kafka: the same folds and models, the same "
                    + "numbers.",
            "A key `sweep` in the file, e.g. {randomSeed: [1, 2, 3]}, gives a run for each combination. Prints a table: each "
                    + "campaign at its peak in each of its worlds."
        },
        mixinStandardHelpOptions = true)
final class RunExperiment implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.yaml", description = "settings over the defaults, and perhaps a sweep")
    private Path file = Path.of("experiment.yaml");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "one setting over the file, e.g. simulate.playlists=2000; no key that the sweep varies")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "keep the files of the run in DIR, or those of a sweep's runs in DIR/1, DIR/2, …")
    private @Nullable Path out;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var terminal = json.terminal();
        var sweep = Sweep.load(file, sets);
        sweep.variants().stream()
                .flatMap(variant -> variant.settings().remark().stream())
                .distinct()
                .forEach(terminal::note);
        var table = new SweepTable(sweep);
        var number = 0;
        for (var variant : sweep.variants()) {
            number++;
            terminal.note(named(sweep, variant));
            var rounds = run(variant, terminal);
            table.add(variant, rounds);
            if (out != null) {
                keep(variant, rounds, variant.values().isEmpty() ? out : out.resolve(Integer.toString(number)));
            }
        }
        terminal.result(table.text().stripTrailing());
        if (json.asked()) {
            json.print("chorus-experiment/1", Answers.swept(sweep.keys(), table.results()));
        }
        return 0;
    }

    private static List<Round> run(Variant variant, Terminal terminal) {
        var epochs = variant.settings().simulate().epochs() + 1L;
        var rounds = Experiment.run(
                variant.settings(),
                made -> terminal.progress("generations", made.row().generation() + 1, epochs));
        terminal.progressEnds();
        return rounds;
    }

    private static void keep(Variant variant, List<Round> rounds, Path directory) {
        var settings = variant.settings();
        var bundle = RunBundle.open(directory, SettingsText.of(settings), settings.allWorlds(), Known.NOTHING);
        rounds.forEach(round -> bundle.add(round.generation(), round.evaluations()));
        bundle.finish(Summary.of(settings.name(), settings.randomSeed(), bundle, Version.all()));
    }

    private String named(Sweep sweep, Variant variant) {
        return variant.values().isEmpty()
                ? file.toString()
                : IntStream.range(0, sweep.keys().size())
                        .mapToObj(i ->
                                sweep.keys().get(i) + " = " + variant.values().get(i))
                        .collect(Collectors.joining(", "));
    }
}
