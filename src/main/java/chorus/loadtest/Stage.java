package chorus.loadtest;

import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.loadtest.LoadRun.Surroundings;
import chorus.loadtest.workload.Workload;
import chorus.topology.StreamsApp;
import java.time.Duration;
import java.util.Locale;

/** Everything that is up while a load test goes on, and waiting for it. */
record Stage(
        Workload workload,
        Cluster cluster,
        Surroundings around,
        Ledger ledger,
        StreamPart stream,
        Crew crew,
        KafkaEditSink sink,
        Sender sender) {
    private static final long LOOK_NANOS = 50_000_000;
    private static final long TELL_MILLIS = 5_000;

    Follower.Given given() {
        return sender.given();
    }

    void measure(Window window) {
        ledger.measure(window);
        given().measure(window);
    }

    /** Throws what has failed; whether the load test is to end before its time. */
    boolean stopped() {
        crew.check();
        stream.check();
        return around.stop().asked();
    }

    /** Waits until every edit is counted and, with a trainer, visible; false when the patience or the run is over first. */
    boolean drain(String what) throws InterruptedException {
        var end = around.time().millis() + workload.drain().toMillis();
        var told = around.time().millis();
        while (ledger.pending() > 0) {
            var now = around.time().millis();
            if (now > end) {
                around.watch().note(ledger.pending() + " edits of " + what + " are still under way");
                return false;
            }
            if (now - told > TELL_MILLIS) {
                told = now;
                around.watch().note("waiting for " + what + ": " + ledger.pending() + " edits under way");
            }
            if (stopped() || around.stop().await(LOOK_NANOS)) {
                return false;
            }
        }
        return true;
    }

    /** Tells how a stretch goes on, every few seconds, until it is over. */
    void tell(Window window, double rate) {
        crew.start("progress", halt -> {
            var given = given().edits();
            var counted = ledger.counted();
            while (around.time().millis() + TELL_MILLIS <= window.to && !halt.await(TELL_MILLIS * 1_000_000)) {
                line(window, rate, given, counted);
                given = given().edits();
                counted = ledger.counted();
            }
        });
    }

    private void line(Window window, double rate, long givenBefore, long countedBefore) {
        var left = Math.max(0, window.to - around.time().millis()) / 1000;
        around.watch()
                .note(String.format(
                        Locale.ROOT,
                        "  %3d s left  %,d edits/s sent of %,.0f  %,d counted/s  lag %,d  p99 %,d ms",
                        left,
                        (given().edits() - givenBefore) * 1000 / TELL_MILLIS,
                        rate,
                        (ledger.counted() - countedBefore) * 1000 / TELL_MILLIS,
                        given().lag(ledger::counted),
                        window.p99()));
    }

    /** The records of {@code playlist-edits} that stay uncommitted, once no more are written. */
    long lagLeft(Duration patience) {
        var end = around.time().millis() + patience.toMillis();
        var lag = lag();
        while (lag > 0 && around.time().millis() < end && !stopped()) {
            around.time().await(around.time().millis(), LOOK_NANOS, around.stop()::asked);
            lag = lag();
        }
        return lag;
    }

    private long lag() {
        return cluster.lag(StreamsApp.applicationId(workload.settings()));
    }
}
