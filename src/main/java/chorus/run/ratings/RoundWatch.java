package chorus.run.ratings;

import chorus.ratings.results.RoundRow;
import java.time.Duration;
import java.util.List;

/** Is told of rounds as they are published. */
@FunctionalInterface
public interface RoundWatch {
    /**
     * A round is published.
     *
     * @param rows worlds as they are shown
     * @param took from its exact cut until it was published
     * @param lag records of ratings that the topology had not committed by then
     */
    void round(List<RoundRow> rows, Duration took, long lag);
}
