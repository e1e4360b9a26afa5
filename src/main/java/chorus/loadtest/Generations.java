package chorus.loadtest;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.generations.GenerationLog;
import chorus.playlist.EpochEnded;
import chorus.run.Stop;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Ends epochs by the clock, each after the generation before it is published, and tells the ledger when each is. */
record Generations(Cluster cluster, int partitions, Ledger ledger, Timeline time, Duration every) {

    /** Goes on until {@code over}, or early at a stop. */
    void run(BooleanSupplier over, Stop halt) throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(partitions), known, ledger);
                var log = GenerationLog.open(cluster)) {
            for (var epoch = 0L; !over.getAsBoolean() && !halt.asked(); epoch++) {
                var begin = time.millis();
                sink.endEpoch(new EpochEnded(epoch, 0, 1, begin));
                if (!log.await(epoch, halt::asked)) {
                    return;
                }
                ledger.visible(epoch, time.millis());
                time.await(begin, every.toNanos(), () -> over.getAsBoolean() || halt.asked());
            }
        }
    }
}
