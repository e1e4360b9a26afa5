package chorus.ratings.results;

import java.util.OptionalDouble;

/**
 * What the altruists of a world do.
 *
 * @param members who take part in the round
 * @param ratings given so far, taken back or not
 * @param cost paid in the round, the cost of taking part times members
 * @param belief with which members decided in the round
 * @param eta what is said of a promoted item; empty where no value works, and in the twin
 * @param low of the band in which it works
 * @param high of the same
 */
public record Campaign(
        int members,
        long ratings,
        double cost,
        OptionalDouble belief,
        OptionalDouble eta,
        OptionalDouble low,
        OptionalDouble high) {
    /** Of the twin. */
    public static final Campaign NONE = new Campaign(
            0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
