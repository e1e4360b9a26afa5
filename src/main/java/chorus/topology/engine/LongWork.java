package chorus.topology.engine;

import chorus.topology.engine.Slices.Slice;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Work of a processor that takes several slices: a punctuation comes back to it as long as something is left, and no longer. */
public final class LongWork {
    private final ProcessingContext context;
    private final Slices slices;
    private final BooleanSupplier left;
    private final Consumer<Slice> work;
    private @Nullable Cancellable punctuation;

    /**
     * The work of a processor that is being initialised; what is left of it from before goes on.
     *
     * @param left whether there is anything to do
     * @param work does as much of it as a slice allows
     */
    public LongWork(ProcessingContext context, Slices slices, BooleanSupplier left, Consumer<Slice> work) {
        this.context = context;
        this.slices = slices;
        this.left = left;
        this.work = work;
        comeBack();
    }

    /** Does a slice of it now, if there is anything to do. */
    public void goOn() {
        if (left.getAsBoolean()) {
            work.accept(slices.begin());
            slices.end();
        }
        comeBack();
    }

    /** Sees to it that what is left has further slices. */
    public void comeBack() {
        if (left.getAsBoolean() && punctuation == null) {
            punctuation = context.schedule(Slices.EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
                if (slices.mayBegin()) {
                    goOn();
                }
            });
        } else if (!left.getAsBoolean()) {
            cancel();
        }
    }

    /** Comes back no more, also where something is left: a task that is revived makes its long work anew. */
    public void cancel() {
        if (punctuation != null) {
            punctuation.cancel();
            punctuation = null;
        }
    }
}
