/** How often tracks are held: the one definition of head and tail, from how many playlists hold each track. */
@NullMarked
package chorus.state.popularity;

import org.jspecify.annotations.NullMarked;
