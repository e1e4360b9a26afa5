package chorus.topology.ratings;

/** What the stage says, by who receives it. */
sealed interface FromRatings {
    byte[] value();

    /** A record for {@code ratings-refused}. */
    record Refusal(byte[] value) implements FromRatings {}

    /** A record for {@code rated}: a user, or the round's mark. */
    record Row(byte[] value) implements FromRatings {}
}
