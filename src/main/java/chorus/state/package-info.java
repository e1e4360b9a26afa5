/**
 * Stage 3, what is remembered: pure folds (state, edit) → (state, deltas). Reads the shared words; knows neither clock, chance
 * nor engine. The topology and the one-process experiment run the very same folds.
 */
@NullMarked
package chorus.state;

import org.jspecify.annotations.NullMarked;
