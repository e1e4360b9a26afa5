package chorus.loadtest;

import chorus.broker.follow.Hops;
import chorus.broker.follow.Hops.Committed;
import chorus.broker.follow.Underway;
import chorus.run.Stop;
import chorus.state.wire.DeltaWire;
import chorus.state.wire.DeltaWire.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Looks at the commits again and again and tells the ledger which edits are counted. Where a commit is new, what passes between
 * the hops is read up to its end first, so that every batch which left with the edits' own transaction is known.
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
        var committed = hops.committed();
        var underway = new Underway(committed.edits().length);
        var counted = new long[committed.edits().length];
        try (var between = hops.between()) {
            while (!halt.await(poll.toNanos())) {
                var before = committed;
                committed = hops.committed();
                var now = time.millis();
                if (differ(before, committed)) {
                    between.catchUp((destination, offset, value) -> sent(underway, destination, offset, value));
                    underway.counted(committed.deltas());
                    counted = bounds(committed, underway);
                }
                ledger.counted(counted, now);
                given.window.lag(given.lag(ledger::counted), now);
            }
        }
    }

    private static boolean differ(Committed one, Committed other) {
        return !Arrays.equals(one.edits(), other.edits()) || !Arrays.equals(one.deltas(), other.deltas());
    }

    private void sent(Underway underway, int destination, long offset, byte[] value) {
        if (DeltaWire.decode(value) instanceof Message.Changes batch) {
            underway.sent(batch.upstream(), batch.first(), destination, offset);
            ledger.sent(batch.upstream(), batch.first());
        }
    }

    private static long[] bounds(Committed committed, Underway underway) {
        var bounds = underway.bounds();
        for (var p = 0; p < bounds.length; p++) {
            bounds[p] = Math.min(bounds[p], committed.edits()[p]);
        }
        return bounds;
    }
}
