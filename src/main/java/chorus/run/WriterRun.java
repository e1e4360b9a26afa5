package chorus.run;

import chorus.broker.Announced;
import chorus.broker.GenerationLog;
import chorus.broker.KafkaEditSink;
import chorus.simulate.Writer;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * One writer at work: gives its plan epoch by epoch to the log, in lock-step with the generations. What the log holds already is
 * not written again, so a writer that was killed simply begins anew.
 */
public record WriterRun(Site site, LoggedPlan plan, Pace pace) {

    /** Writes everything that writer {@code number} has to say; returns early when a stop is asked for. */
    public void write(int number, Stop stop) throws InterruptedException {
        var writer = Writer.of(site.settings(), plan.plan(), number, plan.firstEpoch());
        var organic = LongStream.range(0, plan.plan().epochs())
                .map(epoch -> plan.plan().edits(epoch).count())
                .sum();
        var cluster = site.cluster();
        try (var known = Announced.open(cluster);
                var generations = GenerationLog.open(cluster);
                var log = KafkaEditSink.open(cluster, plan.point(), known)) {
            var given = 0L;
            for (var epoch = 0L; epoch < plan.plan().epochs(); epoch++) {
                if (!awaitTurn(number, epoch, generations, stop)) {
                    return;
                }
                var before = given;
                var sink = sink(log, epoch, stop, edits -> site.watch().wrote(number, before + edits, organic));
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

    private PacedSink sink(KafkaEditSink log, long epoch, Stop stop, LongConsumer progress) {
        var editsPerSecond = epoch <= plan.plan().campaignsFrom() ? pace.fill() : pace.after();
        return new PacedSink(log, editsPerSecond, site.nanos(), stop, progress);
    }

    /** Listeners of an epoch use the generation {@code epochs.lag} before it: only if that one is missing is there a wait. */
    private boolean awaitTurn(int number, long epoch, GenerationLog generations, Stop stop)
            throws InterruptedException {
        var first = plan.firstEpoch();
        var needed = first + epoch - site.settings().epochs().lag();
        var lockStep = site.settings().epochs().by().followsPlan();
        if (!lockStep || needed < first || plan.point().lastComplete() >= first + epoch) {
            return !stop.asked();
        }
        try (var wait = site.watch().waits("writer " + number, () -> "generation " + needed)) {
            return generations.await(needed, stop::asked);
        }
    }
}
