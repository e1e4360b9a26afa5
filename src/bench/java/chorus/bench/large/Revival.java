package chorus.bench.large;

import chorus.bench.contender.LogEnds;
import chorus.bench.streams.Commits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/** A process's way back to RUNNING after a kill, as the broker sees it. */
final class Revival {
    private static final long LOOK_NANOS = 20_000_000;

    private final Commits commits;
    private final Set<String> dead;
    private final long records;
    private final long bytes;

    private Revival(Commits commits, Set<String> dead, long records, long bytes) {
        this.commits = commits;
        this.dead = dead;
        this.records = records;
        this.bytes = bytes;
    }

    /** @param waited seconds until the dead members were given up and partitions assigned anew */
    record Seen(double waited, double restored, long records, long bytes) {
        Measured.Restore toMeasured(double caughtUp, Resident resident) {
            return new Measured.Restore(waited, restored, records, bytes, caughtUp, resident);
        }
    }

    /** To be called when the process is dead and the next one not yet started. */
    static Revival begin(Commits commits) throws ExecutionException, InterruptedException {
        var dead = members(commits).stream().map(MemberDescription::consumerId).collect(Collectors.toSet());
        var changelogs = new HashSet<>(commits.changelogs());
        var records = 0L;
        for (var topic : changelogs) {
            records += LogEnds.records(commits.admin(), topic);
        }
        return new Revival(commits, dead, records, bytes(commits, changelogs));
    }

    private static List<MemberDescription> members(Commits commits) throws ExecutionException, InterruptedException {
        var described = commits.admin()
                .describeConsumerGroups(List.of(commits.application()))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        return described.groupState() == GroupState.STABLE ? List.copyOf(described.members()) : List.of();
    }

    private static long bytes(Commits commits, Set<String> topics) throws ExecutionException, InterruptedException {
        var admin = commits.admin();
        var brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> topics.contains(replica.getKey().topic()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** Returns when {@code process}, which was just started, is RUNNING. */
    Seen watch(StreamProcess process) throws ExecutionException, InterruptedException {
        var begin = System.nanoTime();
        while (!assigned()) {
            process.check();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        var assigned = System.nanoTime();
        process.awaitReady();
        return new Seen((assigned - begin) / 1e9, (System.nanoTime() - assigned) / 1e9, records, bytes);
    }

    /** Whether the living have settled who reads what, without the dead. */
    private boolean assigned() throws ExecutionException, InterruptedException {
        var members = members(commits);
        return !members.isEmpty() && members.stream().noneMatch(member -> dead.contains(member.consumerId()));
    }
}
