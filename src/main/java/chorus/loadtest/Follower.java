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
 */
record Follower(Hops hops, Ledger ledger, Timeline time, Duration poll, Given given) {

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
            if (ledger.folded(committed.edits())) {
                hops.written().ifPresent(ledger::routed);
            }
            given.window.lag(given.lag(ledger::counted), now);
        }
    }
}
