package chorus.state.edits;

import chorus.state.cooccurrence.Deltas;
import chorus.state.playlists.Reason;

/** What the first stage says of an edit. */
public sealed interface Verdict {
    /**
     * It applied.
     *
     * @param deltas for whoever counts; empty for held-out playlists
     */
    record Accepted(long epoch, Deltas deltas) implements Verdict {}

    record Rejected(Reason reason) implements Verdict {}
}
