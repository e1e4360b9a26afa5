package chorus.topology.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Cuts long work of tasks into slices, so that it does not hold up its thread for longer than a round of commits bears; while records
 * come, a slice is followed by twice its time for them, when all tasks that have long work have had theirs.
 */
public final class Slices {
    /** How often a task looks whether it may go on. */
    public static final Duration EVERY = Duration.ofMillis(10);

    private static final int IN_A_ROUND = 16;
    private static final int REST = 2;

    private final LongSupplier nanos;
    private final long longest;
    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

    /** What a thread did last. */
    private static final class Turn {
        private long begun;
        private long ended;
        private boolean recordsSince;
    }

    /**
     * Slices of one instance of the topology.
     *
     * @param nanos elapsed time
     * @param longest how long a slice may take
     * @param round the commit interval
     */
    public Slices(LongSupplier nanos, Duration longest, Duration round) {
        this.nanos = nanos;
        this.longest = Math.min(longest.toNanos(), round.toNanos() / IN_A_ROUND);
    }

    /** Says that this thread has processed a record. */
    public void record() {
        turns.get().recordsSince = true;
    }

    /** Whether this thread may begin a slice: records, where any come, are left twice the time that the slice before has taken. */
    boolean mayBegin() {
        var turn = turns.get();
        return !turn.recordsSince || nanos.getAsLong() - turn.ended >= REST * (turn.ended - turn.begun);
    }

    Slice begin() {
        var turn = turns.get();
        turn.begun = nanos.getAsLong();
        var end = turn.begun + longest;
        return () -> nanos.getAsLong() - end >= 0;
    }

    void end() {
        var turn = turns.get();
        turn.ended = nanos.getAsLong();
        turn.recordsSince = false;
    }

    /** A slice that has begun. */
    @FunctionalInterface
    public interface Slice {
        boolean over();
    }
}
