package chorus.serve;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whoever reads a {@link Feed}: the events that are to be sent to it, in order. One thread takes them, and none waits for it. */
final class Reader {
    /** Stands for no event: none came in time. */
    static final Event IDLE = new Event("", "idle", "");

    /** The last event of a reader that was too slow. */
    static final Event DROPPED = new Event(
            "", "dropped", "{\"why\":\"too slow: more events waited than are held for a reader; come back to go on\"}");

    /** The last event of all others. */
    static final Event ENDED = new Event("", "closing", "{\"why\":\"the process ends\"}");

    /** Stands in the queue for the newest event of the moment. */
    private static final Event MOMENT = new Event("", "moment", "");

    private final LinkedBlockingQueue<Event> queue;
    private final int most;
    private final Consumer<Reader> leaves;
    private final AtomicReference<@Nullable Event> moment = new AtomicReference<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private boolean over;

    /** @param first what it begins with, beside what may be queued later */
    Reader(List<Event> first, int queued, Consumer<Reader> leaves) {
        queue = new LinkedBlockingQueue<>(first);
        most = first.size() + queued;
        this.leaves = leaves;
    }

    /** False where the queue was full: then all that waited is given up, and the reader is told so. */
    synchronized boolean offer(Event event) {
        if (!over && queue.size() >= most) {
            queue.clear();
            last(DROPPED);
        } else if (!over) {
            queue.add(event);
        }
        return !over;
    }

    /** An event of the moment, in the place of one that still waits. */
    synchronized void glance(Event event) {
        if (!over && moment.getAndSet(event) == null) {
            queue.add(MOMENT);
        }
    }

    synchronized void end() {
        if (!over) {
            last(ENDED);
        }
    }

    private void last(Event event) {
        over = true;
        queue.add(event);
    }

    /** The next event; {@link #IDLE} where none came in time. After {@link #DROPPED} or {@link #ENDED} there is none. */
    Event take(long patienceMs) throws InterruptedException {
        var event = Objects.requireNonNullElse(queue.poll(patienceMs, TimeUnit.MILLISECONDS), IDLE);
        return event.equals(MOMENT) ? Objects.requireNonNullElse(moment.getAndSet(null), IDLE) : event;
    }

    /** It reads no more. */
    void leave() {
        synchronized (this) {
            over = true;
            queue.clear();
            queue.add(ENDED);
        }
        leaves.accept(this);
        gone.countDown();
    }

    /** Waits until it has read the last event; it is sent away, and false, where that takes too long. */
    boolean awaitGone(long patienceMs) {
        try {
            if (gone.await(patienceMs, TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave();
        return false;
    }
}
