package chorus.loadtest;

import chorus.broker.KafkaEditSink.Written;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where every edit that was sent has come to. An edit is counted once its own offset is committed and, a little later, all
 * deltas that are written by then are committed too; it is visible once the generation whose cut includes it is published. Told by the
 * client's thread, the follower and the one that awaits generations.
 */
final class Ledger implements Written {
    private final Outstanding[] partitions;
    private final Deque<Folded> settling = new ArrayDeque<>();
    private final Deque<Wave> waves = new ArrayDeque<>();
    private final TreeMap<Long, long[]> marks = new TreeMap<>();
    private Window window = Window.NONE;
    private long written;
    private long counted;

    /** Edits that were found folded together: up to which place, by partition, and when. */
    private record Folded(long[] ends, long when) {}

    /** The same once it is known how far deltas must be committed for them. */
    private record Wave(long[] ends, long[] deltas) {}

    /** @param views whether generations are awaited */
    Ledger(int partitions, boolean views) {
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(p -> new Outstanding(views))
                .toArray(Outstanding[]::new);
    }

    /** From now on latencies go to {@code next}. */
    synchronized void measure(Window next) {
        window = next;
    }

    @Override
    public synchronized void at(LogEntry entry, int partition, long offset) {
        switch (entry) {
            case PlaylistEdit edit -> {
                partitions[partition].add(offset, edit.eventTime());
                written++;
            }
            case EpochEnded mark ->
                marks.computeIfAbsent(mark.epoch(), e -> new long[partitions.length])[partition] = offset;
        }
    }

    /** Edits before these offsets are folded. */
    synchronized void folded(long[] next, long now) {
        var more = false;
        for (var p = 0; p < partitions.length; p++) {
            more |= partitions[p].fold(next[p]);
        }
        if (more) {
            var ends = Arrays.stream(partitions).mapToLong(Outstanding::wave).toArray();
            settling.addLast(new Folded(ends, now));
        }
    }

    /** Whether there are edits that were found folded at {@code then} or before and whose deltas are still to be looked up. */
    synchronized boolean settled(long then) {
        return !settling.isEmpty() && settling.getFirst().when <= then;
    }

    /** All that was folded at {@code then} or before has its deltas before these offsets. */
    synchronized void routed(long[] deltas, long then) {
        while (settled(then)) {
            waves.addLast(new Wave(settling.removeFirst().ends, deltas.clone()));
        }
    }

    /** Deltas before these offsets are counted. */
    synchronized void counted(long[] next, long now) {
        var before = counted;
        while (!waves.isEmpty() && reached(next, waves.getFirst().deltas)) {
            var ends = waves.removeFirst().ends;
            for (var p = 0; p < partitions.length; p++) {
                counted += partitions[p].count(ends[p], intended -> window.counted(intended, now));
            }
        }
        window.progressed(counted - before, now);
    }

    private static boolean reached(long[] next, long[] needed) {
        return IntStream.range(0, needed.length).allMatch(p -> next[p] >= needed[p]);
    }

    /** The generation of an epoch that ended in the log is published. */
    synchronized void visible(long epoch, long now) {
        var cut = marks.get(epoch);
        if (cut == null) {
            throw new IllegalStateException("epoch " + epoch + " has no mark");
        }
        for (var p = 0; p < partitions.length; p++) {
            partitions[p].see(cut[p], intended -> window.visible(intended, now));
        }
        marks.headMap(epoch, true).clear();
    }

    synchronized long written() {
        return written;
    }

    synchronized long counted() {
        return counted;
    }

    /** Edits that are written and not done with. */
    synchronized long pending() {
        return Arrays.stream(partitions).mapToLong(Outstanding::size).sum();
    }
}
