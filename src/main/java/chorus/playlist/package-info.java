/**
 * The shared words: ids, worlds, playlists' edits and where edits go. Every stage speaks them; this package reads no other.
 */
@NullMarked
package chorus.playlist;

import org.jspecify.annotations.NullMarked;
