package chorus.bench;

import chorus.bench.Result.Conditions;
import chorus.bench.Result.Row;
import chorus.bench.contender.Job;
import chorus.bench.contender.Measured;
import chorus.bench.contender.Site;
import chorus.bench.ground.Ground;
import chorus.bench.ground.Machine;
import chorus.bench.ground.Recording;
import chorus.bench.ground.Workplace;
import chorus.report.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Lets the contenders count in turn, warm, a repeat after the other, each held to the heap limit's counts. */
final class Comparison implements Workplace.Ending {
    private static final String HEAP = "heap";

    private final Plan plan;
    private final Terminal terminal;
    private final Ground ground;
    private final Path directory;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, Runs> runs = new LinkedHashMap<>();
    private final Map<String, Measured> truth = new LinkedHashMap<>();

    /**
     * What is asked for.
     *
     * @param peerEdits edits for the contenders of other engines, at most {@code edits}
     * @param overrides of the product's settings
     */
    record Plan(
            Job job,
            List<String> contenders,
            long edits,
            long peerEdits,
            int repeats,
            long randomSeed,
            boolean warmUp,
            List<String> overrides) {
        Plan {
            contenders = List.copyOf(contenders);
            overrides = List.copyOf(overrides);
        }

        long editsOf(String contender) {
            return contender.equals("dsl") || contender.equals("flink") ? peerEdits : edits;
        }

        String prefixOf(String contender) {
            return prefix(editsOf(contender));
        }

        static String prefix(long edits) {
            return "bench-" + edits + "-";
        }

        /** The names of the worlds that are counted, in the order of their bits. */
        List<String> worlds() {
            return Site.settings(prefix(edits), overrides).allWorlds().names();
        }
    }

    private Comparison(Plan plan, Terminal terminal, Ground ground, Path directory) {
        this.plan = plan;
        this.terminal = terminal;
        this.ground = ground;
        this.directory = directory;
    }

    static Comparison open(Plan plan, Terminal terminal, Path directory) {
        terminal.note("starting broker and registry under " + directory);
        return new Comparison(plan, terminal, Ground.open(directory.resolve("platform")), directory);
    }

    Result run() throws IOException, InterruptedException, ExecutionException {
        children.put(HEAP, Child.start(HEAP, plan, ground, directory));
        for (var contender : plan.contenders()) {
            if (!children.containsKey(contender)) {
                children.put(contender, Child.start(contender, plan, ground, directory));
            }
        }
        for (var edits :
                plan.contenders().stream().map(plan::editsOf).distinct().toList()) {
            terminal.note("recording " + edits + " edits");
            record(edits);
        }
        var clock = new TimeLeft(plan);
        if (plan.warmUp()) {
            warmUp(clock);
        }
        for (var repeat = 1; repeat <= plan.repeats(); repeat++) {
            for (var contender : plan.contenders()) {
                var title = contender + ", repeat " + repeat + " of " + plan.repeats();
                var begin = System.nanoTime();
                var measured = checked(contender, title);
                runs.put(contender, seen(contender).and(measured));
                clock.took(contender, System.nanoTime() - begin);
                terminal.note(line(title, plan.editsOf(contender), measured, clock));
            }
        }
        return result();
    }

    private void record(long edits) throws InterruptedException {
        var recording = Recording.draw(edits, plan.randomSeed(), plan.worlds().size());
        switch (plan.job()) {
            case ALL -> ground.fill(recording, Plan.prefix(edits), plan.overrides());
            case WINDOW_ALONE -> ground.fillRaw(recording.ofOneWorld(), Plan.prefix(edits), plan.overrides());
        }
    }

    private static String line(String title, long edits, Measured measured, TimeLeft clock) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f s, %,.0f edits/s; %s",
                title,
                measured.seconds(),
                edits / measured.seconds(),
                clock.told());
    }

    /** Uncounted runs, interleaved as the counted ones are, until every contender is warm: the broker warms up with them. */
    private void warmUp(TimeLeft clock) throws IOException, InterruptedException, ExecutionException {
        for (var round = 1; round <= WarmUp.MOST_RUNS; round++) {
            for (var contender : plan.contenders()) {
                if (seen(contender).warmUp().over()) {
                    continue;
                }
                var title = contender + ", warm-up " + round;
                var begin = System.nanoTime();
                var measured = checked(contender, title);
                runs.put(contender, seen(contender).andUncounted(measured));
                clock.tookUncounted(contender, System.nanoTime() - begin);
                terminal.note(line(title, plan.editsOf(contender), measured, clock));
            }
        }
    }

    private Runs seen(String contender) {
        return runs.getOrDefault(contender, Runs.NONE);
    }

    private Measured checked(String contender, String title)
            throws IOException, InterruptedException, ExecutionException {
        var measured = run(contender, plan.editsOf(contender), title);
        check(contender, plan.editsOf(contender), measured);
        return measured;
    }

    private Measured run(String contender, long edits, String title)
            throws IOException, InterruptedException, ExecutionException {
        var prefix = Plan.prefix(edits);
        ground.sweep(prefix, plan.overrides());
        var stores = Files.createDirectories(directory.resolve("stores"));
        try {
            return child(contender).run(prefix, stores, read -> terminal.progress(title, read, edits));
        } finally {
            terminal.progressEnds();
            Workplace.delete(stores);
        }
    }

    private Child child(String contender) {
        var child = children.get(contender);
        if (child == null) {
            throw new IllegalStateException("no contender " + contender);
        }
        return child;
    }

    /** No time counts whose counts are not those of the heap limit. */
    private void check(String contender, long edits, Measured measured)
            throws IOException, InterruptedException, ExecutionException {
        var prefix = Plan.prefix(edits);
        if (contender.equals(HEAP)) {
            truth.putIfAbsent(prefix, measured);
        }
        if (!truth.containsKey(prefix)) {
            truth.put(prefix, run(HEAP, edits, "heap, to check " + contender));
        }
        var right = truth.get(prefix);
        if (right != null && !right.counts().equals(measured.counts())) {
            throw new IllegalStateException(
                    contender + " counted " + measured.counts() + ", the heap limit " + right.counts());
        }
        if (measured.edits() != edits) {
            throw new IllegalStateException(contender + " read " + measured.edits() + " edits of " + edits);
        }
    }

    private Result result() throws IOException {
        var rows = new LinkedHashMap<String, Row>();
        for (var contender : plan.contenders()) {
            var edits = plan.editsOf(contender);
            var right = truth.get(Plan.prefix(edits));
            var settings = child(contender).settings(Plan.prefix(edits));
            var updates = right == null ? 0 : right.pairUpdates();
            rows.put(contender, new Row(contender, edits, updates, right != null, settings, seen(contender)));
        }
        var right = Optional.ofNullable(truth.get(Plan.prefix(plan.edits())));
        var conditions = new Conditions(
                plan.job(),
                plan.worlds(),
                plan.edits(),
                plan.repeats(),
                plan.randomSeed(),
                right.map(Measured::pairUpdates).orElse(0L),
                right.map(Measured::counts),
                Machine.facts(Child.OPTIONS),
                plan.overrides());
        return new Result(conditions, rows);
    }

    @Override
    public void close() {
        children.values().forEach(Child::close);
        ground.close();
    }
}
