/** The second stage without an engine: gather changes, sort them into runs, merge and close epochs. Reads batches and marks; gives rows. */
@NullMarked
package chorus.state.counts;

import org.jspecify.annotations.NullMarked;
