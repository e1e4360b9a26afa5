package chorus.waits;

import chorus.fatal.Fatal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that the parts of a process wait for, so that none of it waits for ever in silence: a part that does not move for as
 * long as its patience is told, again after twice that time and so on, and when it goes on.
 */
public final class Waits implements AutoCloseable {
    /** From when on a part stands still, where it does not say otherwise. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final Consumer<News> told;
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chorus-waits").factory());

    /** What is told of a part. */
    public sealed interface News {
        String part();
    }

    /** How long a part that waits has not moved; zero where it does not wait any more. */
    public record Still(String part, Duration since) implements News {}

    /** A part stands still; {@code what} it waits for, in words. */
    public record Stands(String part, String what, Duration since) implements News {
        public String line() {
            return "no progress for " + since.toSeconds() + " s, waits for " + what;
        }
    }

    /** A part that stood still goes on. */
    public record GoesOn(String part, Duration after) implements News {
        public String line() {
            return "goes on after " + after.toSeconds() + " s";
        }
    }

    private Waits(LongSupplier nanos, Consumer<News> told) {
        this.nanos = nanos;
        this.told = told;
    }

    /** Waits that are looked at every second; news come from one thread at a time. */
    public static Waits watched(LongSupplier nanos, Consumer<News> told) {
        var waits = new Waits(nanos, told);
        var _ = waits.thread.scheduleWithFixedDelay(
                Fatal.guarded(waits::look), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return waits;
    }

    /** Waits at which somebody else has to {@link #look}. */
    static Waits unwatched(LongSupplier nanos, Consumer<News> told) {
        return new Waits(nanos, told);
    }

    /**
     * A part begins to wait.
     *
     * @param what what for, in words; asked from another thread
     * @param patience from when on it stands still
     */
    public Wait begin(String part, Supplier<String> what, Duration patience) {
        var wait = new Watched(part, what, patience);
        open.add(wait);
        return wait;
    }

    synchronized void look() {
        for (var wait : new ArrayList<>(open)) {
            wait.look();
        }
    }

    private synchronized void giveUp(Watched wait) {
        if (open.remove(wait)) {
            told.accept(new Still(wait.part, Duration.ZERO));
        }
    }

    private synchronized void end(Watched wait) {
        if (open.remove(wait)) {
            wait.movedOn(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private final class Watched implements Wait {
        private final String part;
        private final Supplier<String> what;
        private final Duration patience;
        private volatile long since = nanos.getAsLong();
        private long lookedAt = since;
        private Duration stoodFor = Duration.ZERO;
        private Duration next;

        Watched(String part, Supplier<String> what, Duration patience) {
            this.part = part;
            this.what = what;
            this.patience = patience;
            next = patience;
        }

        @Override
        public void moved() {
            since = nanos.getAsLong();
        }

        @Override
        public void giveUp() {
            Waits.this.giveUp(this);
        }

        @Override
        public void close() {
            end(this);
        }

        private void look() {
            var last = since;
            var still = Duration.ofNanos(nanos.getAsLong() - last);
            if (last != lookedAt) {
                lookedAt = last;
                movedOn(still);
            }
            told.accept(new Still(part, still));
            if (still.compareTo(next) >= 0) {
                told.accept(new Stands(part, what.get(), still));
                next = next.multipliedBy(2);
            }
            stoodFor = still;
        }

        private void movedOn(Duration still) {
            if (next.compareTo(patience) > 0) {
                told.accept(new GoesOn(part, stoodFor));
            }
            next = patience;
            told.accept(new Still(part, still));
        }
    }
}
