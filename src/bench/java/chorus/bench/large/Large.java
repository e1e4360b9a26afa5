package chorus.bench.large;

import chorus.bench.contender.Site;
import chorus.bench.ground.Ground;
import chorus.bench.ground.Json;
import chorus.bench.ground.Machine;
import chorus.bench.ground.Workplace;
import chorus.bench.large.Measured.Timing;
import chorus.bench.large.Watched.Plan;
import chorus.cli.frame.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chorus bench large}. */
@Command(
        name = "large",
        description = {
            "Count the same edits over a small and a large state with a `chorus stream` process, watched from outside: edits/s "
                    + "and the ratio of costs, resident memory, and restore after a kill.",
            "Fills the states first: about six minutes on two idle cores."
        },
        mixinStandardHelpOptions = true)
public final class Large implements Callable<Integer> {
    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "N",
            description = "distinct directed pairs of each state, ascending; default 1.4M,14M")
    private List<String> pairs = new ArrayList<>(List.of("1.4M", "14M"));

    @Option(names = "--edits", paramLabel = "N", description = "edits of a batch, about; default ${DEFAULT-VALUE}")
    private String edits = "500k";

    @Option(names = "--repeats", paramLabel = "N", description = "timed batches; default ${DEFAULT-VALUE}")
    private int repeats = 3;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "batches before those, after each start; default ${DEFAULT-VALUE}")
    private int warmUp = 3;

    @Option(
            names = "--no-restore",
            negatable = true,
            description = "without the kill and the restore of the last state")
    private boolean restore = true;

    @Option(
            names = "--java-opts",
            paramLabel = "OPTIONS",
            description = "CHORUS_JAVA_OPTS of the stream process; default: none, so that the launcher chooses")
    private @Nullable String javaOptions;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting of the product, e.g. stream.threads=1")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "seed of the recording; default ${DEFAULT-VALUE}")
    private long randomSeed = 1;

    @Option(names = "--out", paramLabel = "FILE.json", description = "writes the result there too")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "for broker and stores; default a temporary directory")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        var terminal = Console.terminal();
        var counts = pairs.stream().map(Figures::count).toList();
        var states = new ArrayList<OverState>();
        var sizes = new ArrayList<Measured>();
        try (var place = Workplace.open(Optional.ofNullable(data))) {
            terminal.note("starting broker and registry under " + place.directory());
            var ground = place.held(Ground.open(place.directory().resolve("platform")));
            var launcher = Path.of(System.getProperty("chorus.launcher", "chorus"));
            var setup = new StreamProcess.Setup(launcher, Optional.ofNullable(javaOptions), ground, place, sets);
            var playlists = playlists(counts.getLast());
            for (var count : counts) {
                var plan = new Plan(playlists, count, Figures.count(edits), warmUp, repeats);
                states.add(Watched.fill(plan, setup, terminal));
            }
            for (var batch = 0; batch < warmUp + repeats; batch++) {
                for (var state : states) {
                    state.nextBatch();
                }
            }
            for (var state : states) {
                sizes.add(state.finish(restore && state.equals(states.getLast())));
                state.close();
            }
        }
        LargeTable.lines(sizes).forEach(terminal::result);
        if (out != null) {
            Json.write(tree(sizes), out);
        }
        return 0;
    }

    private Playlists playlists(long most) {
        var settings = Site.settings("large-", sets);
        return Playlists.draw(most, Figures.count(edits) * Plan.all(warmUp, repeats), settings, randomSeed);
    }

    private Map<String, Object> tree(List<Measured> sizes) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("edits", Figures.count(edits));
        tree.put("warmUp", warmUp);
        tree.put("repeats", repeats);
        tree.put("randomSeed", randomSeed);
        tree.put("settings", sets);
        tree.put("javaOptions", javaOptions == null ? "the launcher's" : javaOptions);
        tree.put("machine", Machine.facts(List.of()));
        tree.put("sizes", sizes);
        if (sizes.size() > 1) {
            var first = sizes.getFirst();
            var last = sizes.getLast();
            tree.put("costRatio", Figures.ratio(first, last, Timing::microsecondsAnEdit));
            tree.put("costRatioOfProcessorTime", Figures.ratio(first, last, Timing::processorMicrosecondsAnEdit));
            tree.put("costRatioWithClosing", Figures.ratio(first, last, Timing::closedMicrosecondsAnEdit));
        }
        return tree;
    }
}
