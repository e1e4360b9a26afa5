package chorus.ratings;

import org.jspecify.annotations.Nullable;

/**
 * What a user says, as it stands in the log.
 *
 * @param sequence its number among all that the user says in any world, from 1, without gaps
 * @param world in which she says so, by name; null in all of them
 */
public record Said(Rating rating, long sequence, @Nullable String world) implements RatingEntry {}
