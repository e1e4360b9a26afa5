/**
 * Stage 3, what is remembered: pure folds (state, edit) → (state, deltas), and the stages that keep what they come to.
 * Reads the shared words; knows neither clock, chance nor engine. The topology and the one-process experiment bind the very same
 * stages, to stores of Kafka Streams and to maps.
 */
@NullMarked
package chorus.state;

import org.jspecify.annotations.NullMarked;
