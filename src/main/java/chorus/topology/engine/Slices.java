package chorus.topology.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Cuts long work of a task into slices, so that it never holds up its thread beyond the transaction's timeout.
 *
 * @param nanos elapsed time
 * @param longest how long a slice may take
 */
public record Slices(LongSupplier nanos, Duration longest) {
    /** How often a task looks whether there is work left for another slice. */
    public static final Duration EVERY = Duration.ofMillis(10);

    public Slice begin() {
        var end = nanos.getAsLong() + longest.toNanos();
        return () -> nanos.getAsLong() - end >= 0;
    }

    /** A slice that has begun. */
    @FunctionalInterface
    public interface Slice {
        boolean over();
    }
}
