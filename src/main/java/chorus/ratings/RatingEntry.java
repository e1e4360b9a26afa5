package chorus.ratings;

/** One record of the topic {@code ratings}: what a user says, or the mark that ends a round. */
public sealed interface RatingEntry permits Said, RoundEnded {}
