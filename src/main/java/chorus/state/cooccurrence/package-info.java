/** Directed pair counts within a window, on the diagonal how many playlists hold a track: changes on the heap, rows in chunks. */
@NullMarked
package chorus.state.cooccurrence;

import org.jspecify.annotations.NullMarked;
