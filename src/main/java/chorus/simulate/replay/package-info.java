/**
 * Real playlists, read from slices in the Million Playlist Dataset's format. Reads {@code mpd.slice.*.json} files as a stream;
 * makes playlists of dense track ids. Malformed input is refused here, with file, place and key.
 */
@NullMarked
package chorus.simulate.replay;

import org.jspecify.annotations.NullMarked;
