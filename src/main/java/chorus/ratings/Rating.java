package chorus.ratings;

/**
 * What becomes known of a user and an item.
 *
 * @param round in which the platform learns it
 * @param value what is said; of no meaning where it is withdrawn
 */
public record Rating(int round, int user, int item, double value, Kind kind) {
    /** How a rating comes about. */
    public enum Kind {
        /** The platform showed the item to see what the user says. */
        EXPLORED,
        /** The platform recommended the item in the round before. */
        CONSUMED,
        /** A member says so for others' sake, whatever it is worth to her. */
        ALTRUISTIC,
        /** A member takes that back. */
        WITHDRAWN
    }
}
