package chorus.loadtest;

import chorus.run.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The threads beside the sender: all end when one fails or the load test is over. */
final class Crew implements AutoCloseable {
    private final Stop halt = new Stop();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** A thread's work; it returns soon after the stop it is given is asked. */
    @FunctionalInterface
    interface Work {
        void run(Stop halt) throws InterruptedException;
    }

    void start(String name, Work work) {
        var thread = new Thread(() -> perform(name, work), "chorus-load-" + name);
        threads.add(thread);
        thread.start();
    }

    private void perform(String name, Work work) {
        try {
            work.run(halt);
        } catch (InterruptedException e) {
            failed(new IllegalStateException(name + " was interrupted", e));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        failure.compareAndSet(null, e);
        halt.ask();
    }

    boolean halted() {
        return halt.asked();
    }

    /** Throws what ended a thread, if one failed. */
    void check() {
        var found = failure.get();
        if (found != null) {
            throw found;
        }
    }

    @Override
    public void close() throws InterruptedException {
        halt.ask();
        for (var thread : threads) {
            thread.join();
        }
        check();
    }
}
