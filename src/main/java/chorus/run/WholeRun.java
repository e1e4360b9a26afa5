package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.ResumePoint;
import chorus.config.EpochSettings;
import chorus.config.Settings;
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
import java.util.function.LongSupplier;

/**
 * Writers, stream and trainer in one process, until the plan is written and its last epoch's generation is published. A failure
 * of any part stops all.
 */
public record WholeRun(
        Settings settings, Cluster cluster, Plan plan, Path stores, Pace pace, Watch watch, LongSupplier nanos) {

    /**
     * Runs to the end, or until a stop is asked for.
     *
     * @param started told of the stream
     * @return whether everything was written and the last generation published before any stop
     */
    public boolean run(Stop stop, Consumer<StreamsApp> started) throws InterruptedException {
        var firstEpoch = firstEpoch(cluster, plan);
        var writers = settings.simulate().writers();
        var left = new AtomicInteger(writers);
        var last = settings.epochs().by() == EpochSettings.By.clock ? Long.MAX_VALUE : firstEpoch + plan.epochs() - 1;
        try (var stream = new StreamRun(settings, cluster, stores, watch, nanos).start();
                var threads = Executors.newCachedThreadPool()) {
            started.accept(stream);
            var parts = new ExecutorCompletionService<Void>(threads);
            for (var writer = 0; writer < writers; writer++) {
                var number = writer;
                parts.submit(part(() -> {
                    new WriterRun(settings, cluster, plan, firstEpoch, pace, watch, nanos).write(number, stop);
                    left.decrementAndGet();
                }));
            }
            parts.submit(part(
                    () -> new TrainerRun(settings, cluster, watch, nanos).train(last, () -> left.get() == 0, stop)));
            try {
                await(parts, writers + 1, stream, stop);
                return !stop.asked();
            } catch (InterruptedException | RuntimeException failed) {
                stop.ask();
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
            part.run();
            return null;
        };
    }

    private static void await(ExecutorCompletionService<Void> parts, int count, StreamsApp stream, Stop stop)
            throws InterruptedException {
        for (var done = 0; done < count; ) {
            var ended = parts.poll(100, TimeUnit.MILLISECONDS);
            if (ended != null) {
                done++;
                rethrow(ended);
            }
            var fault = stream.fault();
            if (fault != null && !stop.asked()) {
                throw new StreamFailed(fault);
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
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Where the plan begins in the log: where it began before, if this is a restart, else after all that is there. */
    public static long firstEpoch(Cluster cluster, Plan plan) throws InterruptedException {
        var point = ResumePoint.scan(cluster);
        for (var epoch = 0L; epoch <= plan.campaignsFrom(); epoch++) {
            var contents = plan.contents(epoch + 1);
            if (!contents.isEmpty()) {
                var created = point.createdIn(contents.getFirst().playlist());
                return created.isPresent() ? created.getAsLong() - epoch : point.lastComplete() + 1;
            }
        }
        return point.lastComplete() + 1;
    }
}
