package chorus.rows;

/** One record of the topic {@code track-counts}. */
public sealed interface TrackCountsEntry permits TrackCountRow, CountsMark {}
