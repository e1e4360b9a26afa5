package chorus.run;

import chorus.fatal.Fatal;
import chorus.simulate.Plan;
import chorus.topology.StreamsApp;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Writers, stream and trainer in one process, until the plan is written and its last epoch's generation is published. A failure
 * of any part stops all.
 */
public record WholeRun(Site site, Plan plan, Path stores, Pace pace) {

    /**
     * Runs to the end, or until a stop is asked for.
     *
     * @param started told of the stream
     * @return whether everything was written and the last generation published before any stop
     */
    public boolean run(Stop stop, Consumer<StreamsApp> started) throws InterruptedException {
        var writers = site.settings().simulate().writers();
        var left = new AtomicInteger(writers);
        // the stores are restored while the log is read
        try (var stream = new StreamRun(site, stores).start();
                var threads = Executors.newCachedThreadPool()) {
            started.accept(stream);
            var logged = LoggedPlan.in(site, plan);
            var parts = new ExecutorCompletionService<Void>(threads);
            for (var writer = 0; writer < writers; writer++) {
                var number = writer;
                parts.submit(part(() -> {
                    new WriterRun(site, logged, pace).write(number, stop);
                    left.decrementAndGet();
                }));
            }
            var last = site.settings().epochs().by().last(logged.lastEpoch());
            parts.submit(
                    part(() -> TrainerRun.marking(site, logged::standpoint).train(last, () -> left.get() == 0, stop)));
            try {
                await(parts, writers + 1, stream, stop);
                return !stop.asked();
            } catch (InterruptedException | RuntimeException failed) {
                stop.ask();
                // a part may wait for a broker that does not come back
                threads.shutdownNow();
                throw failed;
            }
        }
    }

    @FunctionalInterface
    private interface Part {
        void run() throws InterruptedException;
    }

    private static Callable<Void> part(Part part) {
        return () -> {
            try {
                part.run();
                return null;
            } catch (Error fatal) {
                Fatal.end(fatal);
                throw fatal;
            }
        };
    }

    private void await(ExecutorCompletionService<Void> parts, int count, StreamsApp stream, Stop stop)
            throws InterruptedException {
        for (var done = 0; done < count; ) {
            var ended = parts.poll(100, TimeUnit.MILLISECONDS);
            if (ended != null) {
                done++;
                rethrow(ended);
            }
            var fault = stream.fault();
            if (fault != null && !stop.asked()) {
                throw StreamFailed.of(fault, site.cluster(), StreamsApp.applicationId(site.settings()));
            }
        }
    }

    private static void rethrow(Future<Void> ended) throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
