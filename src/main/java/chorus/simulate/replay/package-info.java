/**
 * Real playlists, read from a folder of files. Reads files of the formats in {@link chorus.simulate.replay.formats}; makes playlists
 * of dense track ids. Malformed input is refused here, with file, place and key; what is amended is counted.
 */
@NullMarked
package chorus.simulate.replay;

import org.jspecify.annotations.NullMarked;
