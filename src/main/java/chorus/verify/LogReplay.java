package chorus.verify;

import chorus.broker.EditLog;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Gives the log's edits to a recount, epoch by epoch. A partition has ended an epoch when it holds that mark of every writer;
 * edits of a later epoch that come before it wait, and earlier ones of the same
 * playlist are refused after them.
 */
final class LogReplay {
    private final EditLog log;
    private final Codec<LogEntry> codec;
    private final Recount recount;
    private final List<EditLog.Marks> ends = new ArrayList<>();
    private final TreeMap<Long, List<Waiting>> later = new TreeMap<>();
    private final Long2LongOpenHashMap newest = new Long2LongOpenHashMap();
    private long aim = -1;

    private record Waiting(int partition, PlaylistEdit edit) {}

    LogReplay(EditLog log, Codec<LogEntry> codec, Recount recount) {
        this.log = log;
        this.codec = codec;
        this.recount = recount;
        for (var p = 0; p < log.partitions(); p++) {
            ends.add(new EditLog.Marks());
        }
    }

    /**
     * Replays up to the end of {@code epoch} in all partitions.
     *
     * @return false where the log as it was at the opening does not reach that far, or {@code stop} came first
     */
    boolean reach(long epoch, BooleanSupplier stop) throws InterruptedException {
        aim = epoch;
        log.resumeAll();
        var due = later.headMap(epoch, true);
        due.values().forEach(edits -> edits.forEach(w -> recount.apply(w.partition(), w.edit())));
        due.clear();
        while (!ends.stream().allMatch(end -> end.complete() >= epoch)) {
            if (stop.getAsBoolean() || exhausted()) {
                return false;
            }
            log.poll(Duration.ofMillis(100), this::visit);
        }
        return true;
    }

    private boolean exhausted() {
        for (var p = 0; p < ends.size(); p++) {
            if (ends.get(p).complete() < aim && log.passedEnd(p)) {
                return true;
            }
        }
        return false;
    }

    private boolean visit(EditLog.Entry entry) {
        LogEntry decoded;
        try {
            decoded = codec.decode(entry.value());
        } catch (UndecodableException refused) {
            recount.refuse(entry.partition());
            return true;
        }
        var end = ends.get(entry.partition());
        switch (decoded) {
            case EpochEnded mark -> {
                if (!end.add(mark)) {
                    recount.refuse(entry.partition());
                }
            }
            case PlaylistEdit edit -> take(entry.partition(), edit, end);
        }
        return end.complete() < aim;
    }

    private void take(int partition, PlaylistEdit edit, EditLog.Marks end) {
        var epoch = end.epochOf(edit);
        if (epoch <= end.complete() || epoch < newest.get(edit.playlist().value())) {
            recount.refuse(partition);
            return;
        }
        newest.put(edit.playlist().value(), epoch);
        if (epoch <= aim) {
            recount.apply(partition, edit);
        } else {
            later.computeIfAbsent(epoch, e -> new ArrayList<>()).add(new Waiting(partition, edit));
        }
    }
}
