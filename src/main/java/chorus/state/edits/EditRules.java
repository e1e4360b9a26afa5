package chorus.state.edits;

import chorus.state.playlists.PlaylistFold;
import java.util.function.IntPredicate;

/**
 * What decides whether an edit of an epoch that has not ended applies.
 *
 * @param known whether a track id is known
 */
public record EditRules(PlaylistFold fold, IntPredicate known) {}
