/**
 * The formats that playlists come in, one reader each behind {@link chorus.simulate.replay.formats.Format}. Reads files; gives an
 * {@link chorus.simulate.replay.formats.Intake} playlists whose tracks have numbers in the order of first appearance.
 */
@NullMarked
package chorus.simulate.replay.formats;

import org.jspecify.annotations.NullMarked;
