package chorus.run.campaigns;

import chorus.simulate.Plan;
import java.util.Optional;

/**
 * A plan in its log.
 *
 * @param plan empty where nobody gives one, as in a load test
 * @param from the epoch, as written, from which campaigns count theirs
 */
public record Standpoint(Optional<Plan> plan, long from) {
    public static final Standpoint NONE = new Standpoint(Optional.empty(), 0);
}
