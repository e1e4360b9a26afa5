package chorus.loadtest;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Time of a load test: milliseconds since 1970 that never jump, counted on from one reading of the clock.
 *
 * @param nanos elapsed time
 * @param nanosThen elapsed time when the clock read {@code millisThen}
 */
public record Timeline(LongSupplier nanos, long nanosThen, long millisThen) {
    private static final long MILLI = 1_000_000;
    private static final long NAP = 20 * MILLI;

    public long millis() {
        return millisThen + Math.floorDiv(nanos.getAsLong() - nanosThen, MILLI);
    }

    /** Nanoseconds from now until {@code after} nanoseconds past {@code begin}; negative where that is over. */
    long left(long begin, long after) {
        return (begin - millisThen) * MILLI + after - (nanos.getAsLong() - nanosThen);
    }

    /** Waits for a time; at once where it is over, early at a stop. */
    void await(long begin, long after, BooleanSupplier stop) {
        for (var left = left(begin, after); left > 0 && !stop.getAsBoolean(); left = left(begin, after)) {
            LockSupport.parkNanos(Math.min(left, NAP));
        }
    }
}
