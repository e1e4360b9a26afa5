package chorus.bench.contender;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What has passed a peer's two stages within this process, to know when its work is done; the counts themselves come from its
 * store.
 */
public final class Passage {
    private final AtomicLong begin = new AtomicLong();
    private final LongAdder edits = new LongAdder();
    private final LongAdder folded = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder counted = new LongAdder();
    private final Set<Integer> ended = ConcurrentHashMap.newKeySet();

    /** An edit was read. */
    public void edit() {
        begin.compareAndSet(0, System.nanoTime());
        edits.increment();
    }

    /** An edit was folded into its playlist, which sends {@code changes} on. */
    public void folded(int changes) {
        sent.add(changes);
        folded.increment();
    }

    /** A change was added to its count. */
    public void counted() {
        counted.increment();
    }

    /** The mark at a partition's end was read. */
    public void ended(int partition) {
        ended.add(partition);
    }

    /** Whether all edits of all {@code partitions} have been read and folded, and their changes counted. */
    public boolean done(int partitions) {
        return ended.size() == partitions && folded.sum() >= edits.sum() && counted.sum() >= sent.sum();
    }

    /** When the first edit was read. */
    public long begin() {
        return begin.get();
    }

    /** Edits read so far. */
    public long edits() {
        return edits.sum();
    }
}
