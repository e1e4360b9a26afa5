package chorus.cli.frame;

import chorus.run.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into an orderly end: asks the run to stop and lets the process live until everything is closed. */
public final class Interrupts implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Stop stop, Runnable onAsk) {
        hook = new Thread(() -> ask(stop, onAsk), "chorus-stop");
    }

    /** Installs the hook; {@code onAsk} tells the person that the end has begun. */
    public static Interrupts install(Stop stop, Runnable onAsk) {
        var interrupts = new Interrupts(stop, onAsk);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    private void ask(Stop stop, Runnable onAsk) {
        if (closed.getCount() == 0) {
            return;
        }
        onAsk.run();
        stop.ask();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("chorus: not everything closed within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            // the process is going down already, which is what the hook waits for
            Thread.onSpinWait();
        }
    }
}
