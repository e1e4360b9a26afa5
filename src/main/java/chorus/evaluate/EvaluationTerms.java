package chorus.evaluate;

/**
 * What an evaluation goes by.
 *
 * @param listLength tracks asked for in each list
 * @param headShare share of all entries that the head of the catalogue holds, 0…1
 * @param rareBound a track in at most this many training playlists is rare
 */
public record EvaluationTerms(int listLength, double headShare, int rareBound, Artists artists) {}
