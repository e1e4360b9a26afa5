package chorus.ratings.results;

/**
 * A piece of what the platform of one world goes on from after a round.
 *
 * @param length of all pieces together
 * @param first place of its first number
 */
public record MemoryOf(int round, String world, int length, int first, double[] values) {
    /** Numbers of one piece at most. */
    public static final int PIECE = 1 << 14;
}
