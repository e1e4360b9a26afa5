package chorus.run;

import chorus.broker.Announced;
import chorus.broker.KafkaEditSink;
import chorus.broker.generations.GenerationLog;
import chorus.run.campaigns.CampaignCourt;
import chorus.run.orders.Heard;
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
        var told = new Told(number, organic());
        var cluster = site.cluster();
        try (var known = Announced.open(cluster);
                var generations = GenerationLog.open(cluster);
                var log = KafkaEditSink.open(cluster, plan.point(), known)) {
            var heard = new Heard<>(site.settings(), CampaignCourt.further(plan.campaignsFrom()));
            var given = 0L;
            for (var epoch = 0L; epoch < plan.plan().epochs(); epoch++) {
                if (!awaitTurn(number, epoch, generations, stop)) {
                    return;
                }
                heard.news(generations.orders(), plan.firstEpoch() + epoch).ifPresent(writer::order);
                given += write(writer, epoch, log, stop, told.after(given));
                tellEnd(epoch);
            }
            log.flush();
        } catch (CancellationException stopped) {
            if (!stop.asked()) {
                throw stopped;
            }
        }
    }

    /** Of an epoch that the log held already there is nothing to tell, nor of one that the clock ends. */
    private void tellEnd(long epoch) {
        var written = plan.firstEpoch() + epoch;
        if (site.settings().epochs().by().followsPlan()
                && written > plan.point().lastComplete()) {
            site.watch().ended(written);
        }
    }

    private long organic() {
        return LongStream.range(0, plan.plan().epochs())
                .map(epoch -> plan.plan().edits(epoch).count())
                .sum();
    }

    /** Who writes, what there is to write in all, and what was given before the epoch. */
    private record Told(int number, long organic, long before) {
        Told(int number, long organic) {
            this(number, organic, 0);
        }

        Told after(long given) {
            return new Told(number, organic, given);
        }
    }

    /** Returns how many edits the epoch had. */
    private long write(Writer writer, long epoch, KafkaEditSink log, Stop stop, Told told) {
        var watch = site.watch();
        var part = "writer " + told.number;
        try (var wait = watch.waits(part, () -> "the brokers to take the edits of epoch " + epoch)) {
            var sink = sink(log, epoch, stop, edits -> {
                wait.moved();
                watch.wrote(told.number, told.before + edits, told.organic);
            });
            writer.write(epoch, sink);
            return sink.edits();
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
