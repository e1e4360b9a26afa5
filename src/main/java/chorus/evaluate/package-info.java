/**
 * Stage 6: what a model did. Asks a model to continue the test playlists of one world and sums up: accuracy, bias and, for
 * each campaign, its effect against the twin. Writes the values of {@link chorus.rows.results.EvaluationRow}. The measures live in
 * the packages below, which know no model and no playlist, only ranks and counts.
 */
@NullMarked
package chorus.evaluate;

import org.jspecify.annotations.NullMarked;
