package chorus.bench.large;

import chorus.bench.large.Measured.Closing;
import chorus.bench.large.Measured.Memory;
import chorus.bench.large.Measured.Restore;
import chorus.bench.large.Measured.Timing;
import chorus.bench.large.Watched.Filled;
import chorus.bench.large.Watched.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** A process over a state that an earlier one has filled, and the batches that it is given. */
final class OverState implements AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000;

    private final Watched watched;
    private final Plan plan;
    private final Filled filled;
    private final StreamProcess process;
    private final AtOnce writer;
    private final double secondsToRunning;
    private final List<Timing> timings = new ArrayList<>();

    private OverState(Watched watched, Filled filled) throws IOException, InterruptedException {
        this.watched = watched;
        this.filled = filled;
        plan = watched.plan();
        process = watched.start();
        var started = System.nanoTime();
        process.awaitReady();
        secondsToRunning = (System.nanoTime() - started) / 1e9;
        writer = watched.writer();
    }

    static OverState start(Watched watched, Filled filled) throws IOException, InterruptedException {
        return new OverState(watched, filled);
    }

    /** Gives it the next batch and waits until that is counted and its epoch closed. */
    void nextBatch() throws ExecutionException, InterruptedException {
        var batch = timings.size();
        var edits = writer.write(plan.batch(batch));
        var begin = Moment.now(process);
        writer.show();
        var timing = watched.await(begin, Plan.epoch(batch), edits, process);
        timings.add(timing);
        takeBack(batch);
        watched.terminal()
                .note(String.format(
                        Locale.ROOT,
                        "over %s pairs, %s: %,d edits in %.2f s, %,.0f edits/s; closed after %.2f s",
                        Figures.count(plan.pairs()),
                        batch < plan.warmUp()
                                ? "warm-up " + (batch + 1) + " of " + plan.warmUp()
                                : "batch " + (batch + 1 - plan.warmUp()) + " of " + plan.batches(),
                        edits,
                        timing.counted(),
                        timing.editsPerSecond(),
                        timing.closed()));
    }

    /** So that every batch finds the state as it was filled. */
    private void takeBack(int batch) throws ExecutionException, InterruptedException {
        writer.takeBack(Plan.takenBack(batch));
        writer.show();
        watched.awaitCounted(process);
        watched.awaitClosed(Plan.takenBack(batch), process);
    }

    /** What was seen; with {@code kill} its end and revival too. */
    Measured finish(boolean kill) throws IOException, ExecutionException, InterruptedException {
        var closing = closing();
        var memory = new Memory(filled.resident(), Resident.of(process.pid()), Resident.heapFlags(process.pid()));
        return new Measured(
                plan.pairs(),
                filled.pairs(),
                filled.timing(),
                secondsToRunning,
                timings.subList(0, plan.warmUp()),
                timings.subList(plan.warmUp(), timings.size()),
                closing,
                memory,
                kill ? Optional.of(restore()) : Optional.empty());
    }

    /** Lets a further batch be counted before its epoch ends. */
    private Closing closing() throws ExecutionException, InterruptedException {
        var batch = timings.size();
        writer.writeUnended(plan.batch(batch));
        writer.show();
        watched.awaitCounted(process);
        var rows = watched.rowsFromHere();
        var begin = Moment.now(process);
        writer.end();
        watched.awaitClosed(Plan.epoch(batch), process);
        var seconds = begin.seconds();
        var processor = begin.processorSeconds(process);
        rows.read();
        takeBack(batch);
        return new Closing(seconds, processor, rows.rows(), rows.neighbours());
    }

    /** Kills the process once deltas of a further batch are under way, and starts another on its stores. */
    private Restore restore() throws IOException, InterruptedException, ExecutionException {
        watched.terminal().note("killing the process in the middle of counting");
        var batch = timings.size() + 1;
        var edits = writer.write(plan.batch(batch));
        var before = watched.messages();
        writer.show();
        while (watched.messages() - before < plan.edits() / 1000) {
            process.check();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        process.kill();
        var revival = Revival.begin(watched.commits());
        try (var next = watched.start()) {
            var seen = revival.watch(next);
            var timing = watched.await(Moment.now(next), Plan.epoch(batch), edits, next);
            return seen.toMeasured(timing.closed(), Resident.of(next.pid()));
        }
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        writer.close();
        process.close();
        watched.close();
    }
}
