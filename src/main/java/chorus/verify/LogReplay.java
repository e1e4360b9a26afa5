package chorus.verify;

import chorus.broker.Cluster;
import chorus.broker.EditLog;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.verify.Verifier.GivenUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Gives the log's edits to a recount, epoch by epoch. A partition has ended an epoch when it holds that mark of every writer; edits
 * of later epochs may come before it, and earlier ones of the same playlist are refused after them.
 */
final class LogReplay {
    private final Cluster cluster;
    private final EditLog log;
    private final Recount recount;
    private final List<EditLog.Marks> ends = new ArrayList<>();
    private long aim = -1;

    LogReplay(Cluster cluster, EditLog log, Recount recount) {
        this.cluster = cluster;
        this.log = log;
        this.recount = recount;
        for (var p = 0; p < log.partitions(); p++) {
            ends.add(new EditLog.Marks());
        }
    }

    /**
     * Replays up to the end of {@code epoch} in all partitions.
     *
     * @return false where the log as it was at the opening does not reach that far
     * @throws GivenUp where {@code stop} came first
     */
    boolean reach(long epoch, BooleanSupplier stop) throws InterruptedException {
        aim = epoch;
        log.resumeAll();
        var awaited = "the end of epoch " + epoch + " in the log on " + cluster.bootstrap();
        try (var wait = cluster.waiting().waits("reader of the log", () -> awaited)) {
            while (!ends.stream().allMatch(end -> end.complete() >= epoch)) {
                if (stop.getAsBoolean()) {
                    throw new GivenUp(awaited);
                }
                if (exhausted()) {
                    return false;
                }
                if (log.poll(Duration.ofMillis(100), this::visit)) {
                    wait.moved();
                }
            }
            return true;
        }
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
        var end = ends.get(entry.partition());
        var partition = recount.partition(entry.partition());
        switch (log.read(entry)) {
            case null -> partition.refuse(end.complete() + 1);
            case EpochEnded mark -> {
                if (!end.add(mark)) {
                    partition.refuse(end.complete() + 1);
                }
            }
            case PlaylistEdit edit -> take(partition, edit, end);
        }
        return end.complete() < aim;
    }

    private static void take(PartitionReplay partition, PlaylistEdit edit, EditLog.Marks end) {
        var epoch = end.epochOf(edit);
        if (!end.mayHold(edit) || epoch < partition.epochOf(edit.playlist())) {
            partition.refuse(end.complete() + 1);
        } else {
            partition.apply(epoch, edit);
        }
    }
}
