package chorus.bench.evaluation;

import chorus.bench.ground.Json;
import chorus.bench.ground.Machine;
import chorus.bench.ground.ManyWorlds;
import chorus.bench.ground.Spread;
import chorus.cli.frame.Console;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.report.Terminal;
import chorus.retrain.Cut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chorus bench evaluation}. */
@Command(
        name = "evaluation",
        description =
                "Seconds of a retrain round from the published rows: counts, training and evaluation of each world apart, then "
                        + "all of it. No broker; about two minutes.",
        mixinStandardHelpOptions = true)
public final class Evaluation implements Callable<Integer> {
    private static final String CAMPAIGN = "strategy: DirLoF, alpha: 0.01, start: 1, join: [1]";

    @Option(names = "--tests", paramLabel = "N", description = "test playlists; default ${DEFAULT-VALUE}")
    private int tests = 1_000;

    @Option(names = "--playlists", paramLabel = "N", description = "simulated playlists; default ${DEFAULT-VALUE}")
    private int playlists = 21_500;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "the twin and N − 1 worlds with a campaign each, 2…16; default ${DEFAULT-VALUE}")
    private int worlds = 2;

    @Option(names = "--repeats", paramLabel = "N", description = "rounds after the first; default ${DEFAULT-VALUE}")
    private int repeats = 5;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a setting of the product, e.g. recommend.model=Popularity")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE.json", description = "writes the result there too")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var fault = ManyWorlds.fault(worlds);
        if (fault.isPresent()) {
            System.err.println("chorus: " + fault.get());
            return 2;
        }
        var terminal = Console.terminal();
        var settings = settings();
        terminal.note("simulating " + playlists + " playlists");
        var round = new Round(settings, PublishedRows.simulate(settings), tests);
        var row = evaluated(round.cut());
        var rounds = new ArrayList<Map<String, Double>>();
        for (var i = 0; i <= repeats; i++) {
            rounds.add(round.seconds());
            terminal.progress("rounds", i + 1L, repeats + 1L);
        }
        terminal.progressEnds();
        terminal.result(row);
        table(rounds, terminal);
        if (out != null) {
            Json.write(tree(rounds, row), out);
        }
        return 0;
    }

    /** What is there to be evaluated, in words; it must be enough. */
    private String evaluated(Cut cut) {
        var twin = cut.side(cut.worlds().twin());
        var counts = twin.training().get().counts();
        var differing = cut.sides().stream().distinct().count();
        var row = String.format(
                Locale.ROOT,
                "%,d test playlists, %,d tracks, %,d directed pairs in the twin, %d worlds that differ",
                twin.tests().size(),
                counts.tracks(),
                counts.pairs(),
                differing);
        if (differing < worlds || twin.tests().size() < tests) {
            throw new IllegalStateException(row + ": too little to evaluate");
        }
        return row;
    }

    /** A campaign of one in a hundred for each world but the twin, so that they differ; as many held out as give the tests. */
    private Settings settings() {
        var all = new ArrayList<>(List.of(
                "simulate.playlists=" + playlists,
                "simulate.epochs=1",
                "evaluate.testShare=" + Math.min(0.5, 1.3 * tests / playlists)));
        all.addAll(ManyWorlds.sets(worlds, CAMPAIGN));
        all.addAll(sets);
        return SettingsLoader.load(Optional.empty(), all);
    }

    private static void table(List<Map<String, Double>> rounds, Terminal terminal) {
        terminal.result(
                String.format(Locale.ROOT, "%-52s %10s %10s %10s %10s", "seconds", "first", "median", "least", "most"));
        for (var part : rounds.getFirst().keySet()) {
            var later = later(rounds, part);
            terminal.result(String.format(
                    Locale.ROOT,
                    "%-52s %10.2f %10.2f %10.2f %10.2f",
                    part,
                    of(rounds.getFirst(), part),
                    later.median(),
                    later.min(),
                    later.max()));
        }
    }

    /** Rounds after the first, in which the virtual machine is cold. */
    private static Spread later(List<Map<String, Double>> rounds, String part) {
        var from = rounds.size() > 1 ? 1 : 0;
        return Spread.of(rounds.subList(from, rounds.size()).stream()
                .map(round -> of(round, part))
                .toList());
    }

    private static double of(Map<String, Double> round, String part) {
        return round.getOrDefault(part, Double.NaN);
    }

    private Map<String, Object> tree(List<Map<String, Double>> rounds, String row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("what", row);
        tree.put("worlds", worlds);
        tree.put("settings", sets);
        tree.put("machine", Machine.facts(List.of()));
        var parts = new LinkedHashMap<String, Object>();
        rounds.getFirst().keySet().forEach(part -> parts.put(part, later(rounds, part)));
        tree.put("seconds", parts);
        tree.put("rounds", rounds);
        return tree;
    }
}
