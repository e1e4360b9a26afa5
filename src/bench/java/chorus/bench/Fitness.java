package chorus.bench;

import chorus.bench.contender.Job;
import chorus.bench.ground.Workplace;
import chorus.cli.frame.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chorus bench fitness}: whether the heap limit and the DSL are as fast as they should be. */
@Command(
        name = "fitness",
        description =
                "Check that the peers are fit: the heap limit and the DSL on a lighter job (window counts alone, one world, "
                        + "edits of 25 bytes), for which figures of an idle machine are known.",
        mixinStandardHelpOptions = true)
final class Fitness implements Callable<Integer> {
    private static final double HEAP = 420_000;
    private static final double DSL = 5_800;

    @Option(names = "--edits", paramLabel = "N", description = "edits for the heap limit; default ${DEFAULT-VALUE}")
    private long edits = 1_000_000;

    @Option(names = "--peer-edits", paramLabel = "N", description = "edits for the DSL; default ${DEFAULT-VALUE}")
    private long peerEdits = 100_000;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "repeats that count, interleaved; default ${DEFAULT-VALUE}")
    private int repeats = 3;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting of the product, e.g. stream.threads=1")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE.json", description = "writes the result there too")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var terminal = Console.terminal();
        var plan = new Comparison.Plan(
                Job.WINDOW_ALONE, List.of("heap", "dsl"), edits, Math.min(peerEdits, edits), repeats, 1, true, sets);
        try (var place = Workplace.open(Optional.empty())) {
            var result = place.held(Comparison.open(plan, terminal, place.directory()))
                    .run();
            RatioTable.lines(result).forEach(terminal::result);
            terminal.result(verdict(result, "heap", HEAP));
            terminal.result(verdict(result, "dsl", DSL));
            if (out != null) {
                ResultFile.write(result, out);
            }
        }
        return 0;
    }

    private static String verdict(Result result, String contender, double reference) {
        var row = result.contenders().get(contender);
        var median = row == null ? Double.NaN : row.editsPerSecond().median();
        return String.format(
                Locale.ROOT,
                "%s: %,.0f edits/s, %.2f of the %,.0f known of an idle machine",
                contender,
                median,
                median / reference,
                reference);
    }
}
