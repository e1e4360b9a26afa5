package chorus.run.outage;

import chorus.broker.Cluster;
import chorus.waits.Wait;
import chorus.waits.Waiting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks brokers and registry every second whether they are there, for as long as a part of a run lasts. One that has not answered
 * for ten seconds stands still as any other part does: that is told, and told again when it is back.
 */
public final class Heartbeat implements AutoCloseable {
    private static final long PAUSE_MS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch closed = new CountDownLatch(1);

    private Heartbeat() {}

    /** Whether somebody answers; may take as long as it likes. */
    @FunctionalInterface
    private interface Question {
        boolean answered() throws InterruptedException;
    }

    /** Asks from now on; the waits are parts named {@code brokers} and {@code registry}. */
    public static Heartbeat of(Cluster cluster, Waiting onlooker) {
        var heartbeat = new Heartbeat();
        heartbeat.start("brokers", cluster.bootstrap(), cluster::answers, onlooker);
        heartbeat.start("registry", cluster.events().address(), cluster.events()::answers, onlooker);
        return heartbeat;
    }

    /** One thread each: who is silent must not keep the other's answer waiting. */
    private void start(String part, String address, Question question, Waiting onlooker) {
        var wait = onlooker.waits(part, () -> "an answer from " + address, PATIENCE);
        Thread.ofPlatform().daemon().name("chorus-asks-" + part).start(() -> ask(question, wait));
    }

    private void ask(Question question, Wait wait) {
        try (wait) {
            do {
                if (question.answered()) {
                    wait.moved();
                }
            } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // a client that is closed under a question may say anything
            if (closed.getCount() > 0) {
                throw failed;
            }
        }
    }

    /** Asks no more. */
    @Override
    public void close() {
        closed.countDown();
    }
}
