package chorus.cli;

import chorus.bundle.ExperimentBundle;
import chorus.bundle.Provenance;
import chorus.bundle.Provenance.Machine;
import chorus.bundle.TestFiles;
import chorus.bundle.page.Gallery;
import chorus.cli.frame.Version;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsText;
import chorus.config.Sweep;
import chorus.config.Sweep.Variant;
import chorus.experiment.Experiment;
import chorus.experiment.Round;
import chorus.experiment.sweep.Findings;
import chorus.experiment.sweep.KeptFolds;
import chorus.experiment.sweep.KeptLists;
import chorus.experiment.sweep.SweepTable;
import chorus.experiment.sweep.Sweeping;
import chorus.reach.Shown;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.report.Summary;
import chorus.report.Terminal;
import chorus.report.TimeLeft;
import chorus.rows.results.TestRows;
import chorus.simulate.Plan;
import chorus.simulate.Plans;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "A key `sweep` in the file, e.g. {randomSeed: [1, 2, 3], 'campaigns[*].alpha': [0.01, 0.02]}, where [*] is all items of "
                    + "a list at once, gives a variant for each combination; those of one seed and "
                    + "one set of listeners are worlds beside one twin. Prints a table: each campaign in each of its worlds at the "
                    + "first generation at which all members hold, and over several seeds means with 95 %% t-intervals. With "
                    + "`generations: all` in the file the directory has tables and figures over all generations, too."
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
            names = "--orders",
            paramLabel = "FILE",
            description =
                    "campaigns and worlds that come while a run goes, as orders.yaml of a run has them (docs/orders.md)")
    private @Nullable Path orders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "directory of tables, figures and report; default: runs/<name>")
    private @Nullable Path out;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "playlists of files, as `replay` reads them, in place of the simulated ones")
    private @Nullable Path files;

    @Option(
            names = "--runs",
            description =
                    "keep the files of each variant's run too, all its generations, in runs/1, runs/2, … below that")
    private boolean runs;

    @Option(
            names = "--lists",
            description =
                    "keep what is recommended for each test playlist, and how each fares, in lists/1, lists/2, … below that, a "
                            + "directory a variant; some 3 kB a test, world and recommender, twice")
    private boolean lists;

    @Option(
            names = "--restart",
            description = "begin anew what stands in the directory, instead of going on from its finished folds")
    private boolean restart;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        var terminal = json.terminal();
        var sweep = Sweep.load(file, Optional.ofNullable(orders), sets);
        sweep.variants().stream()
                .flatMap(variant -> variant.settings().remark().stream())
                .distinct()
                .forEach(terminal::note);
        Gallery.hindrance().ifPresent(terminal::note);
        var began = Instant.now();
        var plans = plans(terminal);
        var text = readString(file);
        var folds = KeptFolds.in(place(sweep).resolve("folds"), sweep, circumstances(), restart);
        var bundle = ExperimentBundle.open(place(sweep), sweep, file.toString(), text);
        var table = new SweepTable(sweep);
        var tests = tests(bundle.directory().resolve("lists"), restart || runs || !folds.areThere());
        var held = runs
                ? oneByOne(sweep, plans, bundle.directory().resolve("runs"), tests, terminal)
                : sweep(sweep, plans, folds.begun(restart).beside(tests), terminal);
        for (var i = 0; i < held.size(); i++) {
            table.add(sweep.variants().get(i), held.get(i).held());
        }
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        bundle.write(
                sweep,
                held,
                new Provenance(
                        file.toString(),
                        text,
                        files == null ? "simulated" : files.toString(),
                        sets.stream().map(Shown::bare).toList(),
                        Version.all(),
                        Machine.here(),
                        began.truncatedTo(ChronoUnit.SECONDS).toString(),
                        seconds));
        terminal.result(table.text().stripTrailing());
        if (json.asked()) {
            json.print("chorus-experiment/2", Answers.swept(sweep.keys(), table.results()));
        }
        terminal.note(bundle.directory().resolve("report.html") + " and the tables beside it");
        return 0;
    }

    /** @param anew whether those that are there may be of something else */
    private KeptLists tests(Path directory, boolean anew) {
        if (anew) {
            KeptLists.clear(directory);
        }
        return lists ? TestFiles.in(directory) : KeptLists.nowhere();
    }

    private Path place(Sweep sweep) {
        return out == null
                ? Path.of("runs", sweep.variants().getFirst().settings().name())
                : out;
    }

    /** What decides beside the settings: the version, and files of data by their names, sizes and times. */
    private String circumstances() {
        var version = String.valueOf(Version.all().get("chorus"));
        if (files == null) {
            return version;
        }
        try (var found = Files.walk(files)) {
            var all = new StringBuilder(version);
            for (var each : found.filter(Files::isRegularFile).sorted().toList()) {
                all.append('\n')
                        .append(each)
                        .append(' ')
                        .append(Files.size(each))
                        .append(' ')
                        .append(Files.getLastModifiedTime(each));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(files + " cannot be read", e);
        }
    }

    private static String readString(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private Plans plans(Terminal terminal) {
        if (files == null) {
            return new Plans.Simulated();
        }
        var reading = Reading.of(files, Rules.USUAL).require();
        reading.told().forEach(terminal::note);
        return new Plans.Replayed(reading);
    }

    private List<Findings> sweep(Sweep sweep, Plans plans, KeptFolds folds, Terminal terminal)
            throws InterruptedException {
        var variants = sweep.variants().size();
        terminal.note(file + (variants > 1 ? ": " + variants + " variants" : ""));
        var left = new TimeLeft(variants, System::nanoTime);
        var held = Sweeping.run(
                sweep, plans, folds, done -> terminal.progress("variants", done, variants, left.after(done)));
        terminal.progressEnds();
        return held;
    }

    /** Where the files of each run are kept, all its generations are made. */
    private List<Findings> oneByOne(Sweep sweep, Plans plans, Path directory, KeptLists tests, Terminal terminal) {
        var all = new ArrayList<Findings>();
        for (var variant : sweep.variants()) {
            terminal.note(named(sweep, variant));
            var plan = plans.of(variant.settings());
            var told = new ArrayList<TestRows>();
            var rounds = run(variant, plan, told, terminal);
            tests.keep(all.size(), Findings.tests(variant.settings(), plan, told));
            var rows =
                    rounds.stream().flatMap(round -> round.detailed().stream()).toList();
            all.add(Findings.of(variant.settings(), plan, sweep.told(), rows));
            keep(variant, rounds, directory.resolve(Integer.toString(all.size())));
        }
        return all;
    }

    /** @param told what was recommended, where it is kept */
    private List<Round> run(Variant variant, Plan plan, List<TestRows> told, Terminal terminal) {
        var epochs = plan.epochs();
        var rounds = Experiment.run(
                variant.settings(),
                plan,
                made -> terminal.progress("generations", made.row().generation() + 1, epochs),
                lists ? Optional.of(told::add) : Optional.empty());
        terminal.progressEnds();
        return rounds;
    }

    private static void keep(Variant variant, List<Round> rounds, Path directory) {
        var settings = variant.settings();
        var bundle = RunBundle.open(directory, SettingsText.of(settings), settings.allWorlds(), Known.NOTHING);
        rounds.forEach(round -> bundle.add(round.generation(), round.evaluations(), round.distributions()));
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
