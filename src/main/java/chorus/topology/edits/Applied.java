package chorus.topology.edits;

import chorus.state.cooccurrence.Deltas;
import org.jspecify.annotations.Nullable;

/** What the first stage says downstream. */
public sealed interface Applied {
    /** Deltas of an edit, for whoever counts their tracks. */
    record Changes(long epoch, Deltas deltas) implements Applied {}

    /** The mark of an epoch, for every counting partition. */
    record Ended(long epoch) implements Applied {}

    /** A record for {@code edits-refused}. */
    record Refusal(byte[] value) implements Applied {}

    /** A record for {@code playlists}: a held-out playlist, its end (null), or the epoch's mark. */
    record Row(byte @Nullable [] value) implements Applied {}
}
