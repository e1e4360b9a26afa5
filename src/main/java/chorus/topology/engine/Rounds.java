package chorus.topology.engine;

import chorus.topology.engine.CommitHook.Armed;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits in step: all tasks commit together at whole multiples of the interval. A thread commits directly after its punctuations,
 * and processes nothing between, so what a task sends at its round leaves in the transaction of the records that it comes from.
 *
 * @param every the commit interval
 */
public record Rounds(Duration every) {
    /** Whoever waits for less than this may as well wait for the round: each commit stops its thread as long as it takes. */
    private static final Duration SOON = Duration.ofSeconds(1);
    /** Kafka Streams' own commits come beside the rounds, so they are to be few. */
    private static final int ROUNDS_BETWEEN = 10;

    /** At each round runs {@code last}, and asks for a commit where the task of {@code armed} has something to store. */
    public Cancellable schedule(ProcessingContext context, Armed armed, Runnable last) {
        return context.schedule(Instant.EPOCH, every, PunctuationType.WALL_CLOCK_TIME, now -> {
            last.run();
            if (armed.anyInTask()) {
                context.commit();
            }
        });
    }

    /** Asks for a commit unless a round is near. */
    public void commitSoon(ProcessingContext context) {
        if (every.compareTo(SOON) > 0) {
            context.commit();
        }
    }

    /**
     * The interval of Kafka Streams' own commits, for whatever the rounds do not see: rare, but well within the time that a
     * transaction may take.
     */
    public Duration fallback(Duration transactionTimeout) {
        var rare = every.multipliedBy(ROUNDS_BETWEEN);
        var half = transactionTimeout.dividedBy(2);
        var longest = rare.compareTo(half) < 0 ? rare : half;
        return longest.compareTo(every) < 0 ? every : longest;
    }
}
