package chorus.recommend;

/**
 * What one seed track did for a recommended one.
 *
 * @param seed the seed track, by id
 * @param part of the score, 0 or more; the parts of all seed tracks add up to it
 * @param pooled whether it spoke by the row that all rare and all unseen tracks share
 * @param after how often the recommended track follows it within the window, in training playlists
 * @param before how often it precedes it so
 * @param next how often it follows at once
 */
public record Reason(int seed, double part, boolean pooled, long after, long before, long next) {}
