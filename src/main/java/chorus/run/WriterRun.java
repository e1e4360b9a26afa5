package chorus.run;

import chorus.broker.Catalogue;
import chorus.broker.Cluster;
import chorus.broker.GenerationLog;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.config.EpochSettings;
import chorus.config.Settings;
import chorus.simulate.Plan;
import chorus.simulate.Writer;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * One writer at work: gives its plan epoch by epoch to the log, in lock-step with the generations. What the log holds already is
 * not written again, so a writer that was killed simply begins anew.
 *
 * @param firstEpoch what the plan's epoch 0 is in the log
 */
public record WriterRun(
        Settings settings, Cluster cluster, Plan plan, long firstEpoch, Pace pace, Watch watch, LongSupplier nanos) {

    /** Writes everything that writer {@code number} has to say; returns early when a stop is asked for. */
    public void write(int number, Stop stop) throws InterruptedException {
        var writer = Writer.of(settings, plan, number, firstEpoch);
        var organic = LongStream.range(0, plan.epochs())
                .map(epoch -> plan.edits(epoch).count())
                .sum();
        var point = scan(number);
        try (var known = Catalogue.open(cluster);
                var generations = GenerationLog.open(cluster);
                var log = KafkaEditSink.open(cluster, point, known)) {
            var given = 0L;
            for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
                if (!awaitTurn(number, epoch, point, generations, stop)) {
                    return;
                }
                var before = given;
                var sink = sink(log, epoch, stop, edits -> watch.wrote(number, before + edits, organic));
                writer.write(epoch, sink);
                given += sink.edits();
            }
            log.flush();
        } catch (CancellationException stopped) {
            if (!stop.asked()) {
                throw stopped;
            }
        }
    }

    private ResumePoint scan(int number) throws InterruptedException {
        try (var wait = watch.waits("writer " + number, () -> "the end of the log of edits")) {
            return ResumePoint.scan(cluster);
        }
    }

    private PacedSink sink(KafkaEditSink log, long epoch, Stop stop, LongConsumer progress) {
        var editsPerSecond = epoch <= plan.campaignsFrom() ? pace.fill() : pace.after();
        return new PacedSink(log, editsPerSecond, nanos, stop, progress);
    }

    /** Listeners of an epoch use the generation {@code epochs.lag} before it: only if that one is missing is there a wait. */
    private boolean awaitTurn(int number, long epoch, ResumePoint point, GenerationLog generations, Stop stop)
            throws InterruptedException {
        var needed = firstEpoch + epoch - settings.epochs().lag();
        var clock = settings.epochs().by() == EpochSettings.By.clock;
        if (clock || needed < firstEpoch || point.lastComplete() >= firstEpoch + epoch) {
            return !stop.asked();
        }
        try (var wait = watch.waits("writer " + number, () -> "generation " + needed)) {
            return generations.await(needed, stop::asked);
        }
    }
}
