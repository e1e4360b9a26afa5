package chorus.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Events for any number of readers, the newest of which are kept for those who come later or come back. Whoever publishes never
 * waits for a reader: each has a queue of its own, and one that is full drops its reader. Thread-safe.
 *
 * <p>Ids are {@code LIFE-NUMBER}: numbers begin anew with each life of a process, and a reader of an earlier life begins anew too.
 */
public final class Feed implements AutoCloseable {
    /** How long the end of a process waits for readers to take their last events. */
    private static final long PATIENCE_MS = 1000;

    private final String life;
    private final Limits limits;
    private final Supplier<String> opening;
    private final ArrayDeque<Event> kept = new ArrayDeque<>();
    private final Set<Reader> readers = new LinkedHashSet<>();
    private long next = 1;
    private boolean closed;

    /**
     * How much is held for readers.
     *
     * @param kept events
     * @param queued events that a reader may be behind
     * @param readers at a time
     */
    public record Limits(int kept, int queued, int readers) {
        public static final Limits USUAL = new Limits(2000, 256, 64);
    }

    /**
     * @param life tells one life of a process from another: letters and digits
     * @param opening the data of the event {@code run}, by which a reader begins
     */
    public Feed(String life, Limits limits, Supplier<String> opening) {
        if (!life.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("life " + life + ": letters and digits alone");
        }
        this.life = life;
        this.limits = limits;
        this.opening = opening;
    }

    /** Publishes what readers must not miss: it is kept, and has an id. */
    public synchronized void publish(String kind, String data) {
        var event = new Event(life + "-" + next++, kind, data);
        kept.addLast(event);
        if (kept.size() > limits.kept) {
            kept.removeFirst();
        }
        List.copyOf(readers).forEach(reader -> {
            if (!reader.offer(event)) {
                readers.remove(reader);
            }
        });
    }

    /** Shows how it is at this moment: whoever has not read the last one yet misses this one, and nothing is kept. */
    public synchronized void show(String kind, String data) {
        readers.forEach(reader -> reader.glance(new Event("", kind, data)));
    }

    /** Whether anybody reads. */
    public synchronized boolean isRead() {
        return !readers.isEmpty();
    }

    /**
     * A new reader; none where there are as many as there may be, or the feed is closed.
     *
     * @param after the id of the last event that it has read, empty for a new one. One that is not known, or is followed by events
     *     that are no longer kept, begins anew
     */
    synchronized Optional<Reader> read(String after) {
        if (closed || readers.size() >= limits.readers) {
            return Optional.empty();
        }
        var reader = new Reader(first(after), limits.queued, this::leave);
        readers.add(reader);
        return Optional.of(reader);
    }

    private List<Event> first(String after) {
        var oldest = next - kept.size();
        var wanted = number(after) + 1;
        if (wanted >= oldest && wanted > 1 && wanted <= next) {
            return kept.stream().skip(wanted - oldest).toList();
        }
        var first = new ArrayList<Event>();
        first.add(new Event("", "run", opening.get()));
        first.addAll(kept);
        return first;
    }

    /** −1 for an id that is none of this life. */
    private long number(String id) {
        var prefix = life + "-";
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("\\d{1,18}")
                ? Long.parseLong(id.substring(prefix.length()))
                : -1;
    }

    private synchronized void leave(Reader reader) {
        readers.remove(reader);
    }

    /** No more is published; readers read what they have, and that it has ended. */
    @Override
    public void close() {
        List<Reader> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(readers);
        }
        last.forEach(Reader::end);
        var patience = PATIENCE_MS;
        for (var reader : last) {
            if (!reader.awaitGone(patience)) {
                patience = 0;
            }
        }
    }
}
