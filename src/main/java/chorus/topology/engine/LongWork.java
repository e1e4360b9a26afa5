package chorus.topology.engine;

import chorus.topology.engine.Slices.Slice;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Work of a processor that takes several slices: a punctuation comes back to it as long as something is left, and no longer. */
final class LongWork {
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
    LongWork(ProcessingContext context, Slices slices, BooleanSupplier left, Consumer<Slice> work) {
        this.context = context;
        this.slices = slices;
        this.left = left;
        this.work = work;
        comeBack();
    }

    /** Does a first slice at once where something has come up since the last look; the others when the punctuation comes. */
    void look() {
        if (punctuation == null && left.getAsBoolean()) {
            goOn();
        }
    }

    private void goOn() {
        work.accept(slices.begin());
        slices.end();
        comeBack();
    }

    /** Sees to it that what is left has further slices, and that nothing comes back where nothing is left. */
    private void comeBack() {
        if (!left.getAsBoolean()) {
            cancel();
        } else if (punctuation == null) {
            punctuation = context.schedule(Slices.EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
                if (slices.mayBegin()) {
                    goOn();
                }
            });
        }
    }

    /** Comes back no more, also where something is left: a task that is revived makes its long work anew. */
    void cancel() {
        if (punctuation != null) {
            punctuation.cancel();
            punctuation = null;
        }
    }
}
