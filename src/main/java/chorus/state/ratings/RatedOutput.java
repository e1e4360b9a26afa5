package chorus.state.ratings;

import chorus.ratings.RatedEntry;

/** Where the stage publishes: the users of whom something became known in a round, by id, then the round's mark. */
@FunctionalInterface
public interface RatedOutput {
    void entry(RatedEntry entry);
}
