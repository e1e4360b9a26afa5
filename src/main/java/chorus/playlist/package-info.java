/**
 * The shared words: ids, worlds, playlists' edits, where edits go and when an epoch has ended. Every stage speaks them; this
 * package reads no other.
 */
@NullMarked
package chorus.playlist;

import org.jspecify.annotations.NullMarked;
