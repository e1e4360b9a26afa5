package chorus.state.edits;

import chorus.playlist.HeldOut;
import chorus.state.cooccurrence.WindowPairs;
import java.util.function.IntPredicate;

/**
 * What decides whether an edit of an epoch that has not ended applies, and what it does then.
 *
 * @param pairs which pairs count
 * @param heldOut whose playlists are never counted
 * @param known whether a track id is known
 */
public record EditRules(WindowPairs pairs, HeldOut heldOut, IntPredicate known) {}
