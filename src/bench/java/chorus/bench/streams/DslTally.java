package chorus.bench.streams;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What has passed the DSL topology within this process, to know when it is done; the counts themselves come from its store. */
final class DslTally {
    private final AtomicLong begin = new AtomicLong();
    private final LongAdder edits = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder counted = new LongAdder();
    private final Set<Integer> ended = ConcurrentHashMap.newKeySet();

    void edit() {
        begin.compareAndSet(0, System.nanoTime());
        edits.increment();
    }

    void sent(int changes) {
        sent.add(changes);
    }

    void counted() {
        counted.increment();
    }

    void ended(int partition) {
        ended.add(partition);
    }

    /** Whether every change that {@code partitions} sent has been counted. */
    boolean done(int partitions) {
        return ended.size() == partitions && counted.sum() >= sent.sum();
    }

    long begin() {
        return begin.get();
    }

    long edits() {
        return edits.sum();
    }
}
