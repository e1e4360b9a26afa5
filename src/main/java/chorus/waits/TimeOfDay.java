package chorus.waits;

import chorus.fatal.Fatal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Compares the time of day, by which Kafka's clients time heartbeats, commits and retries, with elapsed time, and tells when it was
 * set: sessions may end by that, and what a client was about to do may come late.
 */
public final class TimeOfDay implements AutoCloseable {
    /** What clocks that are kept true do now and then; clients outlast it. */
    private static final Duration TOLERATED = Duration.ofSeconds(3);

    private static final long LOOK_MS = 1000;

    private final LongSupplier millis;
    private final LongSupplier nanos;
    private final Consumer<String> told;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chorus-time-of-day").factory());
    private long apart;

    private TimeOfDay(LongSupplier millis, LongSupplier nanos, Consumer<String> told) {
        this.millis = millis;
        this.nanos = nanos;
        this.told = told;
        apart = apart();
    }

    /**
     * Looks every second from now on.
     *
     * @param millis the time of day
     * @param nanos elapsed time
     * @param told of each step, in a line
     */
    public static TimeOfDay watched(LongSupplier millis, LongSupplier nanos, Consumer<String> told) {
        var time = new TimeOfDay(millis, nanos, told);
        var _ = time.thread.scheduleWithFixedDelay(Fatal.guarded(time::look), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        return time;
    }

    /** One at which somebody else has to {@link #look}. */
    static TimeOfDay unwatched(LongSupplier millis, LongSupplier nanos, Consumer<String> told) {
        return new TimeOfDay(millis, nanos, told);
    }

    synchronized void look() {
        var step = apart() - apart;
        apart += step;
        if (Math.abs(step) > TOLERATED.toMillis()) {
            var how = step > 0 ? "on by %d s, or the machine slept" : "back by %d s";
            told.accept("the clock was set " + how.formatted(Math.abs(step) / 1000)
                    + ": clients of Kafka time by it, so sessions may end and are begun again");
        }
    }

    private long apart() {
        return millis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
