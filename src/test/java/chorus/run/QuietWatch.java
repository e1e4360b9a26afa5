package chorus.run;

import chorus.retrain.Generation;
import chorus.rows.results.GenerationRow;
import chorus.waits.Wait;
import java.time.Duration;
import java.util.function.Supplier;

/** Nobody looks on, save where a test says what it looks at. */
public interface QuietWatch extends Watch {
    @Override
    default void note(String what) {}

    @Override
    default void transaction(String what, boolean repaired) {}

    @Override
    default Wait waits(String part, Supplier<String> what, Duration patience) {
        return Wait.UNWATCHED;
    }

    @Override
    default void wrote(int writer, long edits, long organic) {}

    @Override
    default void restored(long changes, long of) {}

    @Override
    default void skipped(GenerationRow generation) {}

    @Override
    default void generation(Generation generation, long lag) {}
}
