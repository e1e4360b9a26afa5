package chorus.bench.contender;

import java.util.Map;

/**
 * One run of a contender.
 *
 * @param nanos from the first record read until everything is durable in the contender's own way
 * @param edits edits read, marks not counted
 * @param pairUpdates changes of pair counts that they caused; 0 where the contender does not know
 * @param counts what it counted
 * @param figures further figures, by name
 */
public record Measured(long nanos, long edits, long pairUpdates, Counts counts, Map<String, Double> figures) {
    public Measured {
        figures = Map.copyOf(figures);
    }

    public double seconds() {
        return nanos / 1e9;
    }
}
