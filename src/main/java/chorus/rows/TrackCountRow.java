package chorus.rows;

/** In how many training playlists a track stands, by world; both 0 when it has left all of them. */
public record TrackCountRow(int track, int factual, int counterfactual) implements TrackCountsEntry {}
