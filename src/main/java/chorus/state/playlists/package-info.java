/** The current playlist and what an edit changes in it: entries, pair deltas and track deltas, or a refusal. */
@NullMarked
package chorus.state.playlists;

import org.jspecify.annotations.NullMarked;
