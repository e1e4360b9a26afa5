package chorus.bench.contender;

import java.util.Map;
import java.util.function.LongConsumer;

/** Someone who counts the recorded edits. */
public interface Contender {
    /** What it is, how it is set and when its time ends, for the reader of the result. */
    Map<String, String> settings(Site site);

    /**
     * Counts everything once, from an empty state.
     *
     * @param progress told how many edits have been read, from time to time
     */
    Measured run(Site site, LongConsumer progress) throws Exception;
}
