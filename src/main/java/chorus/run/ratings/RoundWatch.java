package chorus.run.ratings;

import chorus.ratings.results.RoundResult;
import java.time.Duration;

/** Is told of rounds as they are published. */
@FunctionalInterface
public interface RoundWatch {
    /**
     * A round is published.
     *
     * @param result what it comes to, and what became of orders
     * @param took from its exact cut until it was published
     * @param lag records of ratings that the topology had not committed by then
     */
    void round(RoundResult result, Duration took, long lag);
}
