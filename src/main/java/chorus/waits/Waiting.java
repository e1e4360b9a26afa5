package chorus.waits;

import java.time.Duration;
import java.util.function.Supplier;

/** Where whoever waits says so. Called from several threads. */
@FunctionalInterface
public interface Waiting {
    /** Nobody looks on. */
    Waiting UNWATCHED = (part, what, patience) -> Wait.UNWATCHED;

    /**
     * A part begins to wait. Where it does not move for so long, that is told.
     *
     * @param what what for, in words; asked from another thread
     */
    Wait waits(String part, Supplier<String> what, Duration patience);

    /** The same, with the patience that parts of a run have. */
    default Wait waits(String part, Supplier<String> what) {
        return waits(part, what, Waits.PATIENCE);
    }
}
