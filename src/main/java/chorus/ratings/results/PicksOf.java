package chorus.ratings.results;

/**
 * What some users of one world get in a round.
 *
 * @param first the first of the users
 * @param items an item a user from there on
 */
public record PicksOf(int round, String world, int first, int[] items) {
    /** Users of one piece at most. */
    public static final int PIECE = 1 << 14;
}
