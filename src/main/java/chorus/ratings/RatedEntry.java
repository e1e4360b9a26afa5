package chorus.ratings;

/** One record of the topic {@code rated}: what is known of a user at the end of a round, or the mark that ends it. */
public sealed interface RatedEntry permits RatedUser, RatedMark {}
