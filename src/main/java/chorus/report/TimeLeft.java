package chorus.report;

import java.util.function.LongSupplier;

/** How long something will take from now, if it goes on as it went since it was first asked. */
public final class TimeLeft {
    private static final double SECOND = 1e9;
    private static final int MINUTE = 60;

    private final long total;
    private final LongSupplier nanos;
    private final long begun;
    private long before = -1;

    /** @param nanos a clock that never goes back */
    public TimeLeft(long total, LongSupplier nanos) {
        this.total = total;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /**
     * In words. What is told within the first second was there already and says nothing of the pace.
     *
     * @param done of the total, never less than before
     */
    public synchronized String after(long done) {
        var seconds = (nanos.getAsLong() - begun) / SECOND;
        if (before < 0 || seconds < 1) {
            before = seconds < 1 ? done : 0;
        }
        if (done <= before || done >= total) {
            return "";
        }
        var left = Math.ceil(seconds * (total - done) / (done - before));
        return left < 2 * MINUTE ? (long) left + " s left" : Math.round(left / MINUTE) + " min left";
    }
}
