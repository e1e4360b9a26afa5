/** The first stage without an engine: which edits apply, tallies, held-out rows of each cut. Reads edits and marks; gives deltas, refusals, rows. */
@NullMarked
package chorus.state.edits;

import org.jspecify.annotations.NullMarked;
