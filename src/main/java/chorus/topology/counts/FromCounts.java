package chorus.topology.counts;

import org.jspecify.annotations.Nullable;

/** What the second stage says to the outside; a null value says that a row is gone. */
public sealed interface FromCounts {
    /** A record for {@code neighbours}. */
    record Neighbours(byte @Nullable [] value) implements FromCounts {}

    /** A record for {@code edits-refused}. */
    record Refusal(byte[] value) implements FromCounts {}

    /** A record for {@code track-counts}. */
    record TrackCounts(byte @Nullable [] value) implements FromCounts {}
}
