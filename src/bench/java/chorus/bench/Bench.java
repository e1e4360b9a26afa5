package chorus.bench;

import chorus.bench.closing.ClosingCost;
import chorus.bench.contender.Job;
import chorus.bench.evaluation.Evaluation;
import chorus.bench.ground.ManyWorlds;
import chorus.bench.ground.Workplace;
import chorus.bench.large.Large;
import chorus.cli.frame.Console;
import chorus.cli.usage.ExitCodes;
import chorus.cli.usage.WrongUse;
import chorus.config.tree.SettingsFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chorus bench}: how fast Chorus counts, as ratios to a limit and to its peers in the same run. */
@Command(
        name = "chorus bench",
        description = {
            "Count the same recorded edits with Chorus, with the obvious Kafka Streams DSL, with Flink and with plain hash "
                    + "maps on the heap, in turn, and print the ratios.",
            "Every contender's counts are checked before its time counts. Each first counts the whole recording uncounted, in turn, "
                    + "until its last two runs lie within 10 %% of each other and all have lasted 20 s, at most 12 times; "
                    + "ratios are of the medians of the repeats after that. Needs an idle machine.",
            "With a name behind it, another benchmark; with --jmh, the JMH benchmarks."
        },
        mixinStandardHelpOptions = true,
        subcommands = {Large.class, ClosingCost.class, Evaluation.class, Fitness.class})
public final class Bench implements Callable<Integer> {
    private static final Set<String> CONTENDERS = Set.of("heap", "dsl", "flink", "chorus");
    /** Plants are recorded; the topology only has to have the worlds. */
    private static final String CAMPAIGN = "strategy: AtTheEnd, budget: 1, start: 1";

    @Option(names = "--edits", paramLabel = "N", description = "recorded edits; default ${DEFAULT-VALUE}")
    private long edits = 500_000;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "the twin and N − 1 worlds with plants, 2…16; default ${DEFAULT-VALUE}")
    private int worlds = 2;

    @Option(names = "--peer-edits", paramLabel = "N", description = "edits for dsl and flink; default: as many")
    private long peerEdits;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "repeats that count, interleaved; default ${DEFAULT-VALUE}")
    private int repeats = 3;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "who counts, of heap, dsl, flink, chorus; default all")
    private List<String> contenders = new ArrayList<>(List.of("heap", "dsl", "flink", "chorus"));

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting of the product, e.g. stream.threads=1")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "seed of the recording; default ${DEFAULT-VALUE}")
    private long randomSeed = 1;

    @Option(names = "--no-warm-up", negatable = true, description = "without uncounted first runs")
    private boolean warmUp = true;

    @Option(names = "--out", paramLabel = "FILE.json", description = "writes the result there too")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "for broker and stores; default a temporary directory")
    private @Nullable Path data;

    public static void main(String... args) {
        var line = new CommandLine(new Bench());
        ExitCodes.show(line);
        System.exit(line.setParameterExceptionHandler(WrongUse::tell)
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault))
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var fault = fault();
        if (fault.isPresent()) {
            System.err.println("chorus: " + fault.get());
            return ExitCodes.WRONG_USE;
        }
        var overrides = new ArrayList<>(ManyWorlds.sets(worlds, CAMPAIGN));
        overrides.addAll(sets);
        var plan = new Comparison.Plan(
                Job.ALL,
                contenders,
                edits,
                peerEdits == 0 ? edits : Math.min(peerEdits, edits),
                repeats,
                randomSeed,
                warmUp,
                overrides);
        var terminal = Console.terminal();
        // at Ctrl-C as well: contenders end, then broker and registry, and what lay on the disk is gone
        try (var place = Workplace.open(Optional.ofNullable(data))) {
            var comparison = place.held(Comparison.open(plan, terminal, place.directory()));
            var result = comparison.run();
            RatioTable.lines(result).forEach(terminal::result);
            if (out != null) {
                ResultFile.write(result, out);
            }
        }
        return 0;
    }

    /** What is wrong with how it was called. */
    private Optional<String> fault() {
        return contenders.isEmpty() || !CONTENDERS.containsAll(contenders)
                ? Optional.of("--contenders " + contenders + ": must be some of heap, dsl, flink, chorus")
                : ManyWorlds.fault(worlds);
    }

    private static int failed(Exception fault) {
        System.err.println("chorus: " + Objects.toString(fault.getMessage(), fault.toString()));
        return fault instanceof SettingsFault ? ExitCodes.WRONG_USE : ExitCodes.FAILED;
    }
}
