package chorus.topology.engine;

import chorus.topology.commits.CommitHook;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;

/** A {@link Lifetime} bound to its task: its heap drained before commits, its long work cut into slices, its rounds kept. */
final class Running<I> {
    private final Lifetime<I> lifetime;
    private final Slices slices;
    private final CommitHook.Armed armed;
    private final LongWork longWork;
    private final Cancellable round;

    Running(Lifetime<I> lifetime, ProcessingContext context, Work work) {
        this.lifetime = lifetime;
        slices = work.slices();
        armed = work.hook().bind(context, lifetime::save);
        longWork = new LongWork(context, slices, lifetime::isBehind, slice -> {
            lifetime.goOn(slice);
            armed.touch();
        });
        round = lifetime.flush()
                .map(flush -> work.rounds().schedule(context, armed, () -> flush(flush)))
                .orElse(() -> {});
    }

    void process(Record<byte[], I> record) {
        lifetime.process(record);
        longWork.look();
        slices.record();
        armed.touch();
    }

    private void flush(BooleanSupplier flush) {
        if (flush.getAsBoolean()) {
            armed.touch();
        }
    }

    /** Comes back no more, and does not outlive its task in a store that is kept for a standby. */
    void retire() {
        cancel();
        armed.retire();
    }

    /** Comes back no more. */
    void cancel() {
        longWork.cancel();
        round.cancel();
    }
}
