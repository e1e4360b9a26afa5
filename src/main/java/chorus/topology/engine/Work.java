package chorus.topology.engine;

import chorus.config.stream.StreamSettings;
import chorus.topology.commits.CommitHook;
import chorus.topology.commits.Rounds;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How a task works: its long work in slices, what waits on the heap drained before each commit, and commits in step; and who
 * keeps count of what is rare.
 */
public record Work(Slices slices, CommitHook hook, Rounds rounds, Tally tally) {
    /**
     * The work of all tasks of a topology.
     *
     * @param nanos elapsed time
     */
    public static Work of(StreamSettings stream, LongSupplier nanos, Tally tally) {
        return new Work(
                new Slices(nanos, stream.closeSlice(), stream.commitInterval()),
                new CommitHook("commit-hook"),
                new Rounds(stream.commitInterval(), nanos),
                tally);
    }

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
