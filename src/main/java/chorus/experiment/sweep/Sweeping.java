package chorus.experiment.sweep;

import chorus.config.Settings;
import chorus.config.Sweep;
import chorus.experiment.Batch;
import chorus.experiment.Fold;
import chorus.rows.results.TestRows;
import chorus.simulate.Plan;
import chorus.simulate.Plans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs all variants of a sweep. Those that agree in all but campaigns, worlds and recommenders share a fold: plan, fill and twin are
 * made once, and the variants are worlds beside that twin, as many at a time as there may be. Folds run side by side on the cores.
 */
public final class Sweeping {
    private final Sweep sweep;
    private final Plans plans;
    private final IntConsumer progress;
    private final AtomicInteger done = new AtomicInteger();

    private final KeptFolds kept;

    private Sweeping(Sweep sweep, Plans plans, KeptFolds kept, IntConsumer progress) {
        this.sweep = sweep;
        this.plans = plans;
        this.kept = kept;
        this.progress = progress;
    }

    /** The same with nothing kept. */
    public static List<Findings> run(Sweep sweep, Plans plans, IntConsumer progress) throws InterruptedException {
        return run(sweep, plans, KeptFolds.nowhere(), progress);
    }

    /**
     * @param kept folds that were finished before; those that are now are added
     * @param progress is told how many variants are done; by several threads, one at a time
     * @return what each variant came to, in order
     */
    public static List<Findings> run(Sweep sweep, Plans plans, KeptFolds kept, IntConsumer progress)
            throws InterruptedException {
        return new Sweeping(sweep, plans, kept, progress).run();
    }

    /** What variants have in common that share a fold. */
    private record Shared(List<Object> parts) {
        static Shared of(Settings settings) {
            return new Shared(List.of(
                    settings.randomSeed(),
                    settings.simulate(),
                    settings.replay(),
                    settings.epochs(),
                    settings.state(),
                    settings.evaluate(),
                    settings.stream()));
        }
    }

    private List<Findings> run() throws InterruptedException {
        var folds = new LinkedHashMap<Shared, List<Integer>>();
        var variants = sweep.variants();
        for (var i = 0; i < variants.size(); i++) {
            folds.computeIfAbsent(Shared.of(variants.get(i).settings()), _ -> new ArrayList<>())
                    .add(i);
        }
        var threads = Math.min(folds.size(), Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = folds.values().stream()
                    .map(fold -> pool.submit(() -> keptOrRun(fold)))
                    .toList();
            var held = new LinkedHashMap<Integer, Findings>();
            try {
                for (var result : results) {
                    held.putAll(got(result));
                }
            } finally {
                pool.shutdownNow();
            }
            return IntStream.range(0, variants.size())
                    .mapToObj(i -> Objects.requireNonNull(held.get(i), "a variant of a fold"))
                    .toList();
        }
    }

    private static <T> T got(Future<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private Map<Integer, Findings> keptOrRun(List<Integer> members) {
        var before = kept.of(members);
        if (before.isEmpty()) {
            var held = fold(members);
            kept.keep(
                    members,
                    members.stream()
                            .map(each -> Objects.requireNonNull(held.get(each), "a variant"))
                            .toList());
            return held;
        }
        var held = new LinkedHashMap<Integer, Findings>();
        for (var i = 0; i < members.size(); i++) {
            held.put(members.get(i), before.get().get(i));
            tell();
        }
        return held;
    }

    private Map<Integer, Findings> fold(List<Integer> members) {
        var plan = plans.of(members.stream().map(this::settings).toList());
        var fold = Fold.fill(settings(members.getFirst()).organic(), plan);
        var byRecommender = new LinkedHashMap<Object, List<Integer>>();
        members.forEach(member -> byRecommender
                .computeIfAbsent(settings(member).recommend(), _ -> new ArrayList<>())
                .add(member));
        var held = new LinkedHashMap<Integer, Findings>();
        byRecommender.values().forEach(alike -> held.putAll(alike(alike, fold, plan)));
        return held;
    }

    private Settings settings(int variant) {
        return sweep.variants().get(variant).settings();
    }

    private Map<Integer, Findings> alike(List<Integer> members, Fold fold, Plan plan) {
        var held = new LinkedHashMap<Integer, Findings>();
        var next = members.iterator();
        for (var batch : Batch.of(members.stream().map(this::settings).toList())) {
            var generations = batch.members().stream()
                    .flatMapToLong(each -> Findings.generations(each, plan, sweep.told()))
                    .distinct()
                    .sorted()
                    .toArray();
            var tests = new TreeMap<Long, List<TestRows>>();
            var rounds = fold.run(batch, listener(batch, plan, tests), generations);
            for (var i = 0; i < batch.members().size(); i++) {
                var member = i;
                var variant = next.next();
                if (kept.lists().areWanted()) {
                    var told = tests.values().stream()
                            .flatMap(each -> batch.of(member, each).stream())
                            .toList();
                    kept.lists().keep(variant, Findings.tests(batch.members().get(i), plan, told));
                }
                var rows = rounds.stream()
                        .flatMap(round -> batch.of(member, round.detailed()).stream())
                        .toList();
                held.put(variant, Findings.of(batch.members().get(i), plan, sweep.told(), rows));
                tell();
            }
        }
        return held;
    }

    /** Keeps in mind, by generation, what is told at those that decide for anybody. */
    private Optional<Consumer<TestRows>> listener(Batch batch, Plan plan, Map<Long, List<TestRows>> tests) {
        var deciding = batch.members().stream()
                .flatMapToLong(each -> Held.generations(each, plan))
                .boxed()
                .collect(Collectors.toSet());
        return kept.lists().areWanted()
                ? Optional.of(rows -> {
                    if (deciding.contains(rows.generation())) {
                        tests.computeIfAbsent(rows.generation(), _ -> new ArrayList<>())
                                .add(rows);
                    }
                })
                : Optional.empty();
    }

    private synchronized void tell() {
        progress.accept(done.incrementAndGet());
    }
}
