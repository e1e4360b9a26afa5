package chorus.waits;

import java.util.function.Supplier;

/** Where whoever waits says so. Called from several threads. */
@FunctionalInterface
public interface Waiting {
    /** Nobody looks on. */
    Waiting UNWATCHED = (part, what) -> Wait.UNWATCHED;

    /**
     * A part begins to wait. Where it does not move for long, that is told.
     *
     * @param what what for, in words; asked from another thread
     */
    Wait waits(String part, Supplier<String> what);
}
