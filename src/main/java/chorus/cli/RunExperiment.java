package chorus.cli;

import chorus.cli.frame.Console;
import chorus.config.Sweep;
import chorus.experiment.Experiment;
import chorus.experiment.SweepTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chorus experiment}: the same stages in this process alone. */
@Command(
        name = "experiment",
        description = {
            "Run the simulation of a settings file in this process alone, without Kafka: the same folds and models, the same "
                    + "numbers.",
            "A key `sweep` in the file, e.g. {randomSeed: [1, 2, 3]}, gives a run for each combination. Prints a table: each "
                    + "campaign at its peak."
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

    @Override
    public Integer call() {
        var terminal = Console.terminal();
        var sweep = Sweep.load(file, sets);
        var table = new SweepTable(sweep);
        for (var variant : sweep.variants()) {
            var epochs = variant.settings().simulate().epochs() + 1L;
            terminal.note(named(sweep, variant));
            table.add(
                    variant,
                    Experiment.run(
                            variant.settings(),
                            made -> terminal.progress("generations", made.row().generation() + 1, epochs)));
            terminal.progressEnds();
        }
        terminal.result(table.text().stripTrailing());
        return 0;
    }

    private String named(Sweep sweep, Sweep.Variant variant) {
        return variant.values().isEmpty()
                ? file.toString()
                : IntStream.range(0, sweep.keys().size())
                        .mapToObj(i -> sweep.keys().get(i) + " = " + variant.values().get(i))
                        .collect(Collectors.joining(", "));
    }
}
