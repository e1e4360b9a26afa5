package chorus.bench.flink;

import chorus.bench.contender.Contender;
import chorus.bench.contender.Measured;
import chorus.bench.contender.Passage;
import chorus.bench.contender.RecordedFold;
import chorus.bench.contender.Site;
import chorus.events.Events;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** Flink, a cluster of one task manager within this process. */
public final class FlinkPeer implements Contender {
    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS_A_REPORT = 250;

    @Override
    public Map<String, String> settings(Site site) {
        var stream = site.settings().stream();
        return Map.of(
                "what", "Flink DataStream: keyed by playlist, then by track with MapState neighbour → counts",
                "state", "RocksDB, incremental checkpoints, bloom filters",
                "guarantee", "exactly-once, aligned checkpoints",
                "parallelism", Integer.toString(stream.threads()),
                "checkpoint interval", stream.commitInterval().toString(),
                "managed memory", Long.toString(site.memory()),
                "object reuse", "on",
                "inner codec", "change as 9 bytes, counts as 2 to 4, each more where worlds differ",
                "durable", "checkpoints in files",
                "time ends", "every change is counted and a checkpoint, asked for then, is complete");
    }

    @Override
    public Measured run(Site site, LongConsumer progress) throws Exception {
        var settings = site.settings();
        var job = new FlinkJob(site);
        var cluster = new MiniClusterConfiguration.Builder()
                .setConfiguration(job.configuration())
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.stream().threads())
                .build();
        try (var events = Events.connect(site.registry(), settings.kafka().prefix());
                var flink = new MiniCluster(cluster)) {
            var passage = new Passage();
            var state = new Run.State(site.worlds());
            Run.begin(new Run(events.edits(), RecordedFold.of(settings), passage, state));
            flink.start();
            var id = flink.submitJob(job.graph()).get().getJobID();
            awaitCounted(settings.kafka().partitions(), flink, id, passage, progress);
            flink.triggerCheckpoint(id, CheckpointType.CONFIGURED).get();
            var nanos = System.nanoTime() - passage.begin();
            flink.stopWithSavepoint(id, job.directory("savepoint"), true, SavepointFormatType.NATIVE)
                    .get();
            return new Measured(nanos, passage.edits(), 0, state.counts(), Map.of());
        }
    }

    private static void awaitCounted(
            int partitions, MiniCluster flink, JobID id, Passage passage, LongConsumer progress)
            throws ExecutionException, InterruptedException {
        for (var look = 0; !passage.done(partitions); look++) {
            if (look % LOOKS_A_REPORT == 0) {
                progress.accept(passage.edits());
                check(flink, id);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void check(MiniCluster flink, JobID id) throws ExecutionException, InterruptedException {
        if (flink.getJobStatus(id).get().isTerminalState()) {
            throw new IllegalStateException(
                    "the Flink job ended: " + flink.requestJobResult(id).get());
        }
    }
}
