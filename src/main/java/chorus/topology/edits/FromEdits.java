package chorus.topology.edits;

import chorus.state.cooccurrence.Deltas;
import org.jspecify.annotations.Nullable;

/** What the first stage says downstream, by who receives it. */
public sealed interface FromEdits {
    /** For whoever counts tracks. */
    sealed interface ToCounts extends FromEdits {}

    /** Deltas of an edit. */
    record Changes(long epoch, Deltas deltas) implements ToCounts {}

    /** The mark of an epoch, for every counting partition. */
    record Ended(long epoch) implements ToCounts {}

    /** A record for {@code edits-refused}. */
    record Refusal(byte[] value) implements FromEdits {}

    /** A record for {@code playlists}: a held-out playlist, its end (null), or the epoch's mark. */
    record Row(byte @Nullable [] value) implements FromEdits {}
}
