package chorus.run.outage;

import chorus.broker.Cluster;
import chorus.waits.Wait;
import chorus.waits.Waiting;
import java.time.Duration;

/**
 * Asks brokers and registry every second whether they are there, for as long as a part of a run lasts. One that has not answered
 * for ten seconds stands still as any other part does: that is told, and told again when it is back.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Beat brokers;
    private final Beat registry;

    private Heartbeat(Beat brokers, Beat registry) {
        this.brokers = brokers;
        this.registry = registry;
    }

    /** Whether somebody answers. */
    @FunctionalInterface
    private interface Question {
        boolean answered() throws InterruptedException;
    }

    private record Beat(Wait awaited, Asking asking) implements AutoCloseable {
        /** What has not answered is not back: it is only asked no more. */
        @Override
        public void close() {
            asking.close();
            awaited.giveUp();
        }
    }

    /** Asks from now on; the waits are parts named {@code brokers} and {@code registry}. */
    public static Heartbeat of(Cluster cluster, Waiting onlooker) {
        return new Heartbeat(
                beat("brokers", cluster.bootstrap(), cluster::answers, onlooker),
                beat("registry", cluster.events().address(), cluster.events()::answers, onlooker));
    }

    private static Beat beat(String part, String address, Question question, Waiting onlooker) {
        var wait = onlooker.waits(part, () -> "an answer from " + address, PATIENCE);
        return new Beat(wait, Asking.every(PAUSE, part, () -> {
            if (question.answered()) {
                wait.moved();
            }
        }));
    }

    /** Asks no more. */
    @Override
    public void close() {
        brokers.close();
        registry.close();
    }
}
