package chorus.state.playlists;

import chorus.state.cooccurrence.Deltas;

/** What came of an edit: the state afterwards in any case, since a refused edit too can move the sequence on. */
public sealed interface Outcome {
    PlaylistState state();

    /** The edit applied; {@code deltas} is empty for held-out playlists. */
    record Applied(PlaylistState state, Deltas deltas) implements Outcome {}

    /** The edit did not apply and changed no entry. */
    record Refused(PlaylistState state, Reason reason) implements Outcome {}
}
