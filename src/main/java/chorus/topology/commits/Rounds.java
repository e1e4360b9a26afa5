package chorus.topology.commits;

import chorus.topology.commits.CommitHook.Armed;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits in step: all tasks commit together at whole multiples of the interval. A thread commits directly after its punctuations,
 * and processes nothing between, so what a task sends at its round leaves in the transaction of the records that it comes from.
 * Where commits take long, as over a slow network, rounds are left out until records have had as much time.
 *
 * @param every the commit interval
 * @param nanos elapsed time
 */
public record Rounds(Duration every, LongSupplier nanos) {
    /** Whoever waits for less than this may as well wait for the round: each commit stops its thread as long as it takes. */
    private static final Duration SOON = Duration.ofMillis(250);

    /** At each round runs {@code last}, and asks for a commit where the task of {@code armed} has worked since the one before. */
    public Cancellable schedule(ProcessingContext context, Armed armed, Runnable last) {
        return context.schedule(Instant.EPOCH, every, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (LastCommit.ofThisThread().isPast(nanos.getAsLong())) {
                last.run();
                if (armed.touchedInTask()) {
                    commit(context);
                }
            }
        });
    }

    /** Asks for a commit unless a round is near. */
    public void commitSoon(ProcessingContext context) {
        if (every.compareTo(SOON) > 0) {
            commit(context);
        }
    }

    private void commit(ProcessingContext context) {
        LastCommit.ofThisThread().begins(nanos);
        context.commit();
    }

    /**
     * The interval of Kafka Streams' own commits. They come beside the rounds, whenever the last one of their own is so long ago, so
     * they are to be few; but well within the time that a transaction may take.
     */
    public static Duration fallback(Duration every, Duration transactionTimeout) {
        var half = transactionTimeout.dividedBy(2);
        return half.compareTo(every) < 0 ? every : half;
    }
}
