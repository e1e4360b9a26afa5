package chorus.run.whole;

import chorus.fatal.Fatal;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.StreamFailed;
import chorus.topology.StreamsApp;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Parts of a run beside an instance of its topology in one process. A failure of any of them stops all. */
public record Together(Site site, StreamsApp stream) {
    /** One of them; it returns when it is done, or a stop is asked for. */
    @FunctionalInterface
    public interface Part {
        void run() throws InterruptedException;
    }

    /** Runs all parts to their ends; returns whether that came before any stop. */
    public boolean run(List<Part> parts, Stop stop) throws InterruptedException {
        try (var threads = Executors.newCachedThreadPool()) {
            var running = new ExecutorCompletionService<Void>(threads);
            parts.forEach(part -> running.submit(guarded(part)));
            try {
                await(running, parts.size(), stop);
                return !stop.asked();
            } catch (InterruptedException | RuntimeException failed) {
                stop.ask();
                // a part may wait for a broker that does not come back
                threads.shutdownNow();
                throw failed;
            }
        }
    }

    private static Callable<Void> guarded(Part part) {
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

    private void await(ExecutorCompletionService<Void> parts, int count, Stop stop) throws InterruptedException {
        for (var done = 0; done < count; ) {
            var ended = parts.poll(100, TimeUnit.MILLISECONDS);
            if (ended != null) {
                done++;
                rethrow(ended);
            }
            var fault = stream.fault();
            if (fault != null && !stop.asked()) {
                throw StreamFailed.of(fault, site.cluster());
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
