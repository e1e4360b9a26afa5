package chorus.topology.edits;

import chorus.state.cooccurrence.Deltas;
import org.jspecify.annotations.Nullable;

/** What the first stage says downstream, by who receives it. */
public sealed interface Applied {
    /** For whoever counts tracks. */
    sealed interface Counted extends Applied {}

    /** Deltas of an edit. */
    record Changes(long epoch, Deltas deltas) implements Counted {}

    /** The mark of an epoch, for every counting partition. */
    record Ended(long epoch) implements Counted {}

    /** A record for {@code edits-refused}. */
    record Refusal(byte[] value) implements Applied {}

    /** A record for {@code playlists}: a held-out playlist, its end (null), or the epoch's mark. */
    record Row(byte @Nullable [] value) implements Applied {}
}
