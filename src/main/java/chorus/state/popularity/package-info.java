/** Stage 3: in how many training playlists each track stands, and what is head and what is long tail. Reads no other state. */
@NullMarked
package chorus.state.popularity;

import org.jspecify.annotations.NullMarked;
