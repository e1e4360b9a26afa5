package chorus.run;

import chorus.broker.Announced;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.playlist.EpochEnded;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends epochs by the clock: one writer of marks, who waits at least the set time and for the generation before. The last mark
 * comes after the writers are done.
 */
final class EpochClock implements AutoCloseable {
    private final @Nullable KafkaEditSink log;
    private final long everyNanos;
    private final LongSupplier nanos;
    private final LongConsumer ended;
    private long next;
    private long marked;
    private boolean last;

    private EpochClock(@Nullable KafkaEditSink log, long next, Duration every, Site site) {
        this.log = log;
        this.next = next;
        everyNanos = every.toNanos();
        nanos = site.nanos();
        ended = site.watch()::ended;
        marked = nanos.getAsLong();
    }

    /** No clock: the writers end epochs. */
    static EpochClock none(Site site) {
        return new EpochClock(null, 0, Duration.ZERO, site);
    }

    static EpochClock marking(Site site) throws InterruptedException {
        var cluster = site.cluster();
        var every = site.settings().epochs().every();
        var point = ResumePoint.scanMarks(cluster, site.settings().logRules());
        try (var known = Announced.open(cluster)) {
            return new EpochClock(KafkaEditSink.open(cluster, point, known), point.nextEpoch(), every, site);
        }
    }

    /** Marks if it is time; true when the last mark's generation is there. */
    boolean finished(long newestGeneration, BooleanSupplier written) {
        if (log == null || newestGeneration < next - 1) {
            return false;
        }
        if (last) {
            return true;
        }
        if (written.getAsBoolean()) {
            last = true;
        } else if (nanos.getAsLong() - marked < everyNanos) {
            return false;
        }
        marked = nanos.getAsLong();
        log.endEpoch(new EpochEnded(next, 0, 1, 0));
        ended.accept(next++);
        return false;
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
