package chorus.loadtest;

import chorus.loadtest.result.Latencies;
import chorus.loadtest.result.Measured;

/**
 * The measured part of a stretch of load: edits whose intended time lies in [from, to), milliseconds since 1970. Those of the
 * warm-up before it, and those after it, leave no latency here. Told by sender and follower.
 */
final class Window {
    static final Window NONE = new Window(Long.MAX_VALUE, Long.MAX_VALUE);

    final long from;
    final long to;
    private final Latencies counted = Latencies.none();
    private final Latencies visible = Latencies.none();
    private final Trend lag = new Trend();
    private long sent;
    private long pairUpdates;
    private long senderLate;
    private long early;
    private long firstProgress = -1;
    private long lastProgress;
    private long progress;

    Window(long from, long to) {
        this.from = from;
        this.to = to;
    }

    private boolean holds(long time) {
        return time >= from && time < to;
    }

    /** An edit was sent {@code late} ms after its time. */
    synchronized void sent(long intended, long late, long pairs) {
        if (holds(intended)) {
            sent++;
            pairUpdates += pairs;
            senderLate = Math.max(senderLate, late);
        }
    }

    synchronized void counted(long intended, long now) {
        if (holds(intended)) {
            counted.add(now - intended);
        }
    }

    /** At most so many edits, of whatever time, were noted as counted before the last of their deltas were. */
    synchronized void early(long edits) {
        early += edits;
    }

    synchronized void visible(long intended, long now) {
        if (holds(intended)) {
            visible.add(now - intended);
        }
    }

    /** So many edits, of whatever time, were found counted at once. The first such step only starts the clock of the rate. */
    synchronized void progressed(long edits, long now) {
        if (edits == 0 || !holds(now)) {
            return;
        }
        if (firstProgress < 0) {
            firstProgress = now;
        } else {
            progress += edits;
        }
        lastProgress = now;
    }

    /** So many edits are due and not counted. */
    synchronized void lag(long edits, long now) {
        if (holds(now)) {
            lag.add((now - from) / 1000.0, (double) edits);
        }
    }

    synchronized long p99() {
        return counted.percentiles().getOrDefault("p99", 0L);
    }

    /** When edits were found counted last, ms since 1970. */
    synchronized long lastProgress() {
        return lastProgress;
    }

    /** @param offered intended edits a second */
    synchronized Measured measured(double offered) {
        var seconds = (to - from) / 1000.0;
        var rate = lastProgress > firstProgress
                ? progress * 1000.0 / (lastProgress - firstProgress)
                : counted.count() / seconds;
        return of(offered, seconds, rate);
    }

    /** The same where {@code edits} were caught up with in {@code seconds}. */
    synchronized Measured caughtUp(double edits, double seconds) {
        return of(0, seconds, edits / seconds);
    }

    private Measured of(double offered, double seconds, double rate) {
        var counts = Latencies.none();
        counts.addAll(counted);
        var views = Latencies.none();
        views.addAll(visible);
        return new Measured(
                offered,
                seconds,
                sent,
                counted.count(),
                visible.count(),
                rate,
                sent == 0 ? 0 : (double) pairUpdates / sent,
                lag.slope(),
                senderLate,
                early,
                counts,
                views);
    }
}
