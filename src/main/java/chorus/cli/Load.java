package chorus.cli;

import chorus.cli.cluster.ClusterOptions;
import chorus.cli.frame.LoadFiles;
import chorus.cli.frame.PartRunner;
import chorus.cli.frame.PartRunner.Bench;
import chorus.cli.frame.PlaceOptions;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.cli.frame.Version;
import chorus.cli.json.JsonOption;
import chorus.cli.live.LoadMeters;
import chorus.config.SettingsText;
import chorus.loadtest.Findings;
import chorus.loadtest.LoadRun;
import chorus.loadtest.LoadRun.Surroundings;
import chorus.loadtest.Timeline;
import chorus.loadtest.generate.Share;
import chorus.loadtest.result.LoadJson;
import chorus.loadtest.result.LoadResult;
import chorus.loadtest.result.LoadResult.Origin;
import chorus.loadtest.result.LoadTable;
import chorus.loadtest.result.Machine;
import chorus.loadtest.workload.Workload;
import chorus.loadtest.workload.Workload.Kind;
import chorus.report.Terminal;
import chorus.serve.Parts.State;
import chorus.verify.Verifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus load}: an open-loop load test. */
@Command(
        name = "load",
        description = {
            "Send edits at intended times, whatever the system does, and tell rates and latencies: edit → counted and edit → "
                    + "visible in a generation. Topology and trainer run in this process.",
            "Several generators share a load: each with --generator and --generators, on the same brokers; --merge makes one "
                    + "result of theirs."
        },
        exitCodeList = {"1:failed, without a result, or verify found a difference"},
        mixinStandardHelpOptions = true)
final class Load implements Callable<Integer> {
    @Parameters(paramLabel = "WORKLOAD.yaml", arity = "0..1", description = "e.g. workloads/smoke.yaml")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "over the file, e.g. rate=5000 or settings.stream.threads=1")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--no-stream",
            description = "the topology runs elsewhere, as `chorus stream` with the same settings")
    private boolean elsewhere;

    @Option(
            names = "--generator",
            paramLabel = "I",
            description = "which generator this is, from 0; 0 runs topology and trainer")
    private int generator;

    @Option(
            names = "--generators",
            paramLabel = "N",
            description = "how many share the rate; default: ${DEFAULT-VALUE}")
    private int generators = 1;

    @Option(names = "--compare", paramLabel = "OLD.json", description = "print both results and the ratios new ÷ old")
    private @Nullable Path old;

    @Option(
            names = "--merge",
            paramLabel = "A.json B.json …",
            arity = "2..*",
            description = "run nothing: make one result of those of several generators")
    private List<Path> merge = new ArrayList<>();

    @Option(names = "--describe", description = "print every key of a workload with its default and meaning")
    private boolean describe;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var terminal = json.terminal();
        var before = Optional.ofNullable(old).map(LoadFiles::read);
        if (describe && json.asked()) {
            throw wrongUse("--describe: is a page, and no result that --json could print");
        }
        if (describe) {
            terminal.result(Workload.reference().stripTrailing());
            return 0;
        }
        if (!merge.isEmpty()) {
            var whole = LoadFiles.merge(merge);
            LoadFiles.write(whole, place.directory().resolve("load.json"), terminal);
            return show(whole, before, terminal);
        }
        var workload = workload();
        return load(workload, share(workload), place.fresh("load-" + workload.name()), before, terminal);
    }

    private Workload workload() {
        if (file == null) {
            throw wrongUse("name a workload, e.g. workloads/smoke.yaml, or --merge");
        }
        var all = new ArrayList<>(sets);
        all.addAll(cluster.settings("settings.kafka"));
        return Workload.load(file, all);
    }

    private Share share(Workload workload) {
        if (generators < 1 || generator < 0 || generator >= generators) {
            throw wrongUse("--generator must be one of 0…" + (Math.max(1, generators) - 1));
        }
        if (generators > 1 && (workload.kind() == Kind.search || workload.kind() == Kind.backlog)) {
            throw wrongUse(
                    "kind " + workload.kind() + " takes one generator: give --generators to steady or burst loads");
        }
        return new Share(generator, generators);
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int load(Workload workload, Share share, Place here, Optional<LoadResult> before, Terminal terminal)
            throws InterruptedException {
        var found = new ArrayList<LoadResult>();
        var part = new PartRunner("load", workload.settings(), here, terminal);
        part.run(cluster.client(workload.settings()), bench -> {
            bench.parts().set("load", State.READY, "");
            var at = Instant.now().toString();
            var time = new Timeline(System::nanoTime, System.nanoTime(), System.currentTimeMillis());
            var stream = share.first() && !elsewhere;
            var around = new Surroundings(
                    here.stores(), stream, bench.screen(), meters(workload, bench), time, bench.stop());
            var outcome = new LoadRun(workload, share, bench.cluster(), around).run();
            if (outcome.isPresent()) {
                found.add(result(workload, share, at, outcome.get(), bench));
            }
        });
        if (found.isEmpty()) {
            terminal.note("no result: stopped, or edits stayed under way longer than drain");
            return 1;
        }
        LoadFiles.write(found.getFirst(), here.out().resolve("load.json"), terminal);
        return show(found.getFirst(), before, terminal);
    }

    private static LoadMeters meters(Workload workload, Bench bench) {
        return new LoadMeters(bench.meters(), topology -> bench.show(topology, workload.settings()));
    }

    private static LoadResult result(Workload workload, Share share, String at, Findings outcome, Bench bench)
            throws InterruptedException {
        var differences = OptionalLong.empty();
        if (workload.verify() && share.first()) {
            bench.screen().note("verifying");
            var settings = workload.settings();
            differences = OptionalLong.of(new Verifier(
                            bench.cluster(),
                            new Verifier.Scope(settings.state().window(), settings.heldOut(), settings.logRules()),
                            bench.stop()::asked)
                    .verify()
                    .differences());
        }
        var origin = new Origin(
                workload.name(),
                workload.kind().name(),
                at,
                workload.randomSeed(),
                share.generator() + "/" + share.generators(),
                Machine.here(),
                Version.all(),
                SettingsText.of(workload));
        return outcome.from(origin, differences);
    }

    private int show(LoadResult result, Optional<LoadResult> before, Terminal terminal) {
        var lines = before.map(old -> LoadTable.compare(old, result)).orElseGet(() -> LoadTable.of(result));
        lines.forEach(terminal::result);
        if (json.asked()) {
            json.print(LoadJson.write(result));
        }
        return result.differences().orElse(0) == 0 ? 0 : 1;
    }
}
