package chorus.waits;

import chorus.fatal.Fatal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time of day, by which Kafka's clients time heartbeats, commits and retries: set on, sessions and transactions may
 * end early, and everything goes on; set back, the clients stand still until it is where it was. Both are told.
 */
public final class TimeOfDay implements AutoCloseable {
    /** What clocks that are kept true do now and then; clients outlast it. */
    private static final Duration TOLERATED = Duration.ofSeconds(3);

    private static final long LOOK_MS = 1000;

    private final LongSupplier millis;
    private final LongSupplier nanos;
    private final Waiting onlooker;
    private final Consumer<String> told;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chorus-time-of-day").factory());
    private long apart;
    private long latest;
    private @Nullable Wait wait;

    private TimeOfDay(LongSupplier millis, LongSupplier nanos, Waiting onlooker, Consumer<String> told) {
        this.millis = millis;
        this.nanos = nanos;
        this.onlooker = onlooker;
        this.told = told;
        latest = millis.getAsLong();
        apart = apart(latest);
    }

    /**
     * Looks every second from now on.
     *
     * @param millis the time of day
     * @param nanos elapsed time
     * @param onlooker is told while the time of day is behind, as of a part named {@code clock}
     * @param told of each step
     */
    public static TimeOfDay watched(LongSupplier millis, LongSupplier nanos, Waiting onlooker, Consumer<String> told) {
        var time = new TimeOfDay(millis, nanos, onlooker, told);
        var _ = time.thread.scheduleWithFixedDelay(Fatal.guarded(time::look), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        return time;
    }

    /** One at which somebody else has to {@link #look}. */
    static TimeOfDay unwatched(LongSupplier millis, LongSupplier nanos, Waiting onlooker, Consumer<String> told) {
        return new TimeOfDay(millis, nanos, onlooker, told);
    }

    synchronized void look() {
        var now = millis.getAsLong();
        var step = apart(now) - apart;
        if (Math.abs(step) > TOLERATED.toMillis()) {
            told.accept("the clock was set " + (step > 0 ? "on" : "back") + " by " + Math.abs(step) / 1000 + " s"
                    + (step > 0 ? ", or the machine slept: sessions may have ended, and are begun again" : ""));
        }
        apart += step;
        var behind = latest - now > TOLERATED.toMillis();
        if (behind && wait == null) {
            wait = onlooker.waits("clock", this::awaited, Duration.ofSeconds(1));
        } else if (!behind) {
            latest = Math.max(latest, now);
            end();
        }
    }

    private String awaited() {
        return "the time of day to be again what it was, in " + (latest - millis.getAsLong()) / 1000
                + " s: clients of Kafka time by it; the same command, ended and started again, goes on at once";
    }

    private long apart(long now) {
        return now - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    private void end() {
        if (wait != null) {
            wait.moved();
            wait.close();
            wait = null;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
