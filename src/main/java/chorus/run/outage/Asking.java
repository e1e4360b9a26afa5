package chorus.run.outage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks something again and again on a thread of its own, for as long as a part of a run lasts: who is silent keeps nobody waiting. */
final class Asking implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Question question;
    private final Duration pause;

    private Asking(Question question, Duration pause) {
        this.question = question;
        this.pause = pause;
    }

    /** Asks once; may take as long as it likes. */
    @FunctionalInterface
    interface Question {
        void ask() throws InterruptedException;
    }

    /** Asks at once, and then each time so long after the last answer. */
    static Asking every(Duration pause, String about, Question question) {
        var asking = new Asking(question, pause);
        Thread.ofPlatform().daemon().name("chorus-asks-" + about).start(asking::ask);
        return asking;
    }

    private void ask() {
        try {
            do {
                question.ask();
            } while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
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
