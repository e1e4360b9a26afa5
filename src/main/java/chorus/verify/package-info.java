/**
 * The proof of the counts: recounts naively, from {@code playlist-edits} alone and without the folds of {@code state}, and
 * compares with what the topology published; also hands the published counts out as CSV, so that others can recount. It
 * reads the log, the tracks and the published rows through {@code broker}, and writes nothing to Kafka.
 */
@NullMarked
package chorus.verify;

import org.jspecify.annotations.NullMarked;
