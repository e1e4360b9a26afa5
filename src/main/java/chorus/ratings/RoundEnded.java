package chorus.ratings;

import chorus.epochs.Mark;

/**
 * The mark that ends a round, written by each writer into every partition: rounds are epochs.
 *
 * @param epoch the round
 */
public record RoundEnded(long epoch, int writer, int writers) implements RatingEntry, Mark {
    public RoundEnded {
        Mark.check(writer, writers);
    }
}
