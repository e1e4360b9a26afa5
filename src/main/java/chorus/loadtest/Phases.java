package chorus.loadtest;

import chorus.loadtest.generate.Numbers;
import chorus.loadtest.generate.Schedule;
import chorus.loadtest.generate.Share;
import chorus.loadtest.result.Measured;
import chorus.loadtest.result.Step;
import chorus.loadtest.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a load test does once its working set is counted, by the workload's kind. */
record Phases(Workload workload, Share share, Stage stage) {
    /** Between the decision to begin and the first intended time. */
    private static final long HEADWAY_MILLIS = 200;

    Optional<Findings> run() throws InterruptedException {
        return switch (workload.kind()) {
            case steady, burst -> stretch(Schedule.of(workload), 0).map(m -> Findings.of(m.measured));
            case backlog -> backlog().map(Findings::of);
            case search -> search();
        };
    }

    /** @param drained whether all its edits were counted, and seen, within the patience */
    private record Stretch(Measured measured, boolean drained) {}

    private Optional<Stretch> stretch(Schedule schedule, int number) throws InterruptedException {
        var offered = schedule.mean() / share.generators();
        var begin = stage.around().time().millis() + HEADWAY_MILLIS;
        var from = begin + workload.warmUp().toMillis();
        var window = new Window(from, from + workload.duration().toMillis());
        stage.around()
                .watch()
                .note(String.format(
                        Locale.ROOT,
                        "%,.0f edits/s: %d s of warm-up, %d s measured",
                        offered,
                        workload.warmUp().toSeconds(),
                        workload.duration().toSeconds()));
        stage.measure(window);
        stage.tell(window, offered);
        var onlooker = stage.around().onlooker();
        onlooker.offers(offered);
        stage.sender()
                .keep(schedule, new Numbers(workload.arrivals(), share, workload.randomSeed() + number), begin, window);
        onlooker.offers(0);
        if (stage.stopped()) {
            return Optional.empty();
        }
        stage.sink().flush();
        var drained = stage.drain("the load");
        return stage.stopped() ? Optional.empty() : Optional.of(new Stretch(window.measured(offered), drained));
    }

    private Optional<Measured> backlog() throws InterruptedException {
        var watch = stage.around().watch();
        var time = stage.around().time();
        var edits = workload.backlog().edits();
        stage.stream().close();
        watch.note(String.format(Locale.ROOT, "topology closed; writing a backlog of %,d edits", edits));
        var window = new Window(time.millis(), Long.MAX_VALUE);
        stage.measure(window);
        var before = stage.ledger().counted();
        stage.sender().flood(edits, window);
        stage.sink().flush();
        stage.stream().start();
        var begin = time.millis();
        var ahead = stage.ledger().counted() - before;
        watch.note("topology running again");
        if (stage.stopped() || !stage.drain("the backlog")) {
            stage.stopped();
            return Optional.empty();
        }
        var seconds = Math.max(1, window.lastProgress() - begin) / 1000.0;
        return Optional.of(window.caughtUp((double) (edits - ahead), seconds));
    }

    private Optional<Findings> search() throws InterruptedException {
        var steps = new ArrayList<Step>();
        var search = Bisection.from(workload.rate());
        var best = Optional.<Measured>empty();
        while (!search.done(workload.search())) {
            var rate = search.next();
            var tried = stretch(Schedule.steady(rate), steps.size());
            if (tried.isEmpty()) {
                return Optional.empty();
            }
            var measured = tried.get().measured;
            var held = tried.get().drained
                    && measured.lagGrowth() <= workload.search().lagGrowth() * rate;
            steps.add(step(rate, held, measured));
            search = search.after(rate, held);
            best = held && rate == search.sustained() || best.isEmpty() ? Optional.of(measured) : best;
            if (!tried.get().drained && stage.ledger().pending() > 0) {
                stage.around().watch().note("the search ends: lag of its last step does not drain");
                break;
            }
        }
        return outcome(search, steps, best);
    }

    private Step step(double rate, boolean held, Measured measured) {
        var p99 = measured.counted().percentiles().getOrDefault("p99", 0L);
        stage.around()
                .watch()
                .note(String.format(
                        Locale.ROOT,
                        "step: %,.0f edits/s %s, lag %+,.0f/s, p99 %,d ms",
                        rate,
                        held ? "sustained" : "not sustained",
                        measured.lagGrowth(),
                        p99));
        return new Step(rate, held, measured.editsPerSecond(), measured.lagGrowth(), p99);
    }

    /** Latencies belong to the share of the sustained rate that the workload names; without one, to the best step. */
    private Optional<Findings> outcome(Bisection search, List<Step> steps, Optional<Measured> best)
            throws InterruptedException {
        var found = search.sustained() > 0 ? OptionalDouble.of(search.sustained()) : OptionalDouble.empty();
        var at = workload.search().latencyAt();
        if (found.isPresent() && at > 0 && stage.ledger().pending() == 0) {
            return stretch(Schedule.steady(found.getAsDouble() * at), steps.size())
                    .map(last -> new Findings(last.measured, found, steps, 0));
        }
        return best.map(measured -> new Findings(measured, found, steps, 0));
    }
}
