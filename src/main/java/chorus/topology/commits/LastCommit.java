package chorus.topology.commits;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the last commit of a stream thread took. Kafka Streams halves what a thread processes in its next turn after each commit,
 * down to one record a task; where commits took longer than a round, each turn would end in the next one, and edits would be
 * applied one a commit. So a thread that has committed is left as long for its records as that took, or a second if that is less.
 */
final class LastCommit {
    private static final long LONGEST_REST = Duration.ofSeconds(1).toNanos();
    private static final ThreadLocal<LastCommit> OF_THREADS = ThreadLocal.withInitial(LastCommit::new);

    /** Of one that is under way, elapsed time; else null. */
    private @Nullable LongSupplier clock;

    private long begun;
    private long ended;
    private long rest = Long.MIN_VALUE;

    /** Each stream thread is of one instance of one topology. */
    static LastCommit ofThisThread() {
        return OF_THREADS.get();
    }

    /** As if this thread had never committed. */
    static void forget() {
        OF_THREADS.remove();
    }

    /** One is asked for, and follows at once; of several that are asked for, one. */
    void begins(LongSupplier nanos) {
        clock = nanos;
        begun = nanos.getAsLong();
    }

    /** It is through; one that nobody of ours has asked for is of no account. */
    void ends() {
        if (clock != null) {
            ended = clock.getAsLong();
            rest = Math.min(ended - begun, LONGEST_REST);
            clock = null;
        }
    }

    /** Whether records have had their time since. */
    boolean isPast(long nanos) {
        return nanos - ended >= rest;
    }
}
