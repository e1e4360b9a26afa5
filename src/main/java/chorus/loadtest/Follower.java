package chorus.loadtest;

import chorus.broker.follow.Hops;
import chorus.run.Stop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Looks at the commits again and again and tells the ledger.
 *
 * @param poll the time between two looks, which is the resolution of the latencies
 * @param settle how long after an edit's commit the last of its deltas may be on their way to the broker
 */
record Follower(Hops hops, Ledger ledger, Timeline time, Duration poll, Duration settle, Given given) {

    /** What the sender has given to the client, and how far it is behind its schedule. */
    static final class Given {
        private final AtomicLong edits = new AtomicLong();
        private volatile long overdue;
        private volatile Window window = Window.NONE;

        /** One more; {@code overdueNow} edits are due and were not handed to the client yet. */
        void one(long overdueNow) {
            edits.incrementAndGet();
            overdue = overdueNow;
        }

        void measure(Window next) {
            window = next;
        }

        long edits() {
            return edits.get();
        }

        /** Edits due and not counted. */
        long lag(LongSupplier counted) {
            return edits.get() + overdue - counted.getAsLong();
        }
    }

    void follow(Stop halt) throws InterruptedException {
        while (!halt.await(poll.toNanos())) {
            var committed = hops.committed();
            var now = time.millis();
            ledger.counted(committed.deltas(), now);
            ledger.folded(committed.edits(), now);
            var then = now - settle.toMillis();
            if (ledger.settled(then)) {
                hops.written().ifPresent(deltas -> ledger.routed(deltas, then));
            }
            given.window.lag(given.lag(ledger::counted), now);
        }
    }
}
