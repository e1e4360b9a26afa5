package chorus.loadtest;

import chorus.broker.KafkaEditSink.Written;
import chorus.loadtest.LoadRun.Onlooker;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where every edit that was sent has come to. An edit is counted once its own offset is committed and all its deltas are
 * committed too; it is visible once the generation whose cut includes it is published. Told by the client's thread, the follower and
 * the one that awaits generations.
 */
final class Ledger implements Written {
    private final Outstanding[] partitions;
    private final long[] bounds;
    private final TreeMap<Long, long[]> marks = new TreeMap<>();
    private final Onlooker onlooker;
    private Window window = Window.NONE;
    private long counted;

    /** @param views whether generations are awaited */
    Ledger(int partitions, boolean views, Onlooker onlooker) {
        this.onlooker = onlooker;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(p -> new Outstanding(views))
                .toArray(Outstanding[]::new);
        bounds = new long[partitions];
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
            }
            case EpochEnded mark ->
                marks.computeIfAbsent(mark.epoch(), e -> new long[partitions.length])[partition] = offset;
        }
    }

    /** Edits before these offsets are folded and all their deltas counted, as far as batches are known. */
    synchronized void counted(long[] next, long now) {
        var before = counted;
        for (var p = 0; p < partitions.length; p++) {
            bounds[p] = Math.max(bounds[p], next[p]);
            counted += partitions[p].count(bounds[p], intended -> {
                window.counted(intended, now);
                onlooker.counted(now - intended);
            });
        }
        window.progressed(counted - before, now);
    }

    /** A batch has come to light whose first edit stands there: edits from there on that were noted as counted were noted early. */
    synchronized void sent(int upstream, long first) {
        if (first < bounds[upstream]) {
            window.early(bounds[upstream] - first);
        }
    }

    /** The generation of an epoch that ended in the log is published. */
    synchronized void visible(long epoch, long now) {
        var cut = marks.get(epoch);
        if (cut == null) {
            throw new IllegalStateException("epoch " + epoch + " has no mark");
        }
        for (var p = 0; p < partitions.length; p++) {
            partitions[p].see(cut[p], intended -> {
                window.visible(intended, now);
                onlooker.visible(now - intended);
            });
        }
        marks.headMap(epoch, true).clear();
    }

    synchronized long counted() {
        return counted;
    }

    /** Edits that are written and not done with. */
    synchronized long pending() {
        return Arrays.stream(partitions).mapToLong(Outstanding::size).sum();
    }
}
