package chorus.topology.engine;

import java.util.function.LongConsumer;

/**
 * How a task works: its long work in slices, what waits on the heap drained before each commit, and commits in step; and who
 * keeps count of what is rare.
 */
public record Work(Slices slices, CommitHook hook, Rounds rounds, Tally tally) {
    /** Work of which nobody keeps count. */
    public Work(Slices slices, CommitHook hook, Rounds rounds) {
        this(slices, hook, rounds, Tally.NOBODY);
    }

    /**
     * Is told by all tasks of a process, from their threads. What a transaction that is broken off did is told again when it is
     * done anew.
     *
     * @param refused a record is refused
     * @param closed a partition's epoch is closed; which one
     */
    public record Tally(Runnable refused, LongConsumer closed) {
        public static final Tally NOBODY = new Tally(() -> {}, epoch -> {});
    }
}
