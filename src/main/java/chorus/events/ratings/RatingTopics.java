package chorus.events.ratings;

import chorus.events.Simulation;
import chorus.events.Topic;
import chorus.events.Topic.Kept;
import chorus.ratings.AltruistOrder;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatingEntry;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.RoundResult;
import java.util.List;

/** The topics of the second simulation. */
public final class RatingTopics {
    public static final Topic<RatingEntry> RATINGS = new Topic<>("ratings", RatingForms.RATING, Kept.FOREVER, true);
    public static final Topic<chorus.rows.Refused> REFUSED = Topic.refused("ratings-refused");
    public static final Topic<RatedEntry> RATED =
            new Topic<>("rated", RatingForms.RATED, Kept.NEWEST_OF_EACH_CUT, true);
    /** Kept for ever: who begins anew follows the users from the first round on. */
    public static final Topic<PicksOf> PICKS = new Topic<>("picks", RoundForms.PICKS, Kept.FOREVER, false);

    public static final Topic<MemoryOf> MEMORY = new Topic<>("platform-memory", RoundForms.MEMORY, Kept.NEWEST, false);
    public static final Topic<RoundResult> ROUNDS = new Topic<>("rounds", RoundForms.ROUND, Kept.NEWEST, false);

    /** Kept for ever, and never compacted: an end must not erase its start. */
    public static final Topic<AltruistOrder> ORDERS =
            new Topic<>("altruist-orders", AltruistOrderForm.ORDER, Kept.FOREVER, false);

    public static final Simulation SIMULATION = new Simulation(
            "altruism",
            "ratings",
            List.of(RATINGS, REFUSED, RATED, PICKS, MEMORY, ROUNDS, ORDERS),
            List.of(RATINGS),
            REFUSED,
            List.of(RATED, PICKS, MEMORY, ROUNDS, ORDERS),
            "ratings-stream",
            "ratings-trainer");

    private RatingTopics() {}
}
