/**
 * Stage 1, who edits: settings and one randomSeed become a stream of edits. A {@link chorus.simulate.Plan} is the organic course
 * of events, the same in every writer; a {@link chorus.simulate.Writer} adds the collectives' plants and gives its share of the
 * playlists to an {@link chorus.playlist.EditSink}. Reads settings and, for a replay, slices; writes tracks, campaigns, edits and
 * marks. It knows nothing of what becomes of them.
 */
@NullMarked
package chorus.simulate;

import org.jspecify.annotations.NullMarked;
