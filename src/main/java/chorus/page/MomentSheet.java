package chorus.page;

import java.util.Map;

/**
 * How a run is at a moment. Counts are totals since the process began, so that rates come of the difference of two moments.
 *
 * @param seconds of elapsed time, since whenever
 * @param parts name → state and detail, as at /ready
 * @param counts by name: edits written by this process
 * @param gauges by name: lag, bytes of state, seconds since the newest generation; what is not known has no entry
 * @param topics by name without prefix
 */
public record MomentSheet(
        double seconds,
        boolean ready,
        Map<String, Map<String, String>> parts,
        Map<String, Long> counts,
        Map<String, Double> gauges,
        Map<String, Flow> topics) {
    /** Records of a topic that this process's topology has written to it and read from it. */
    public record Flow(long written, long read) {}

    public String json() {
        return Json.of(this);
    }
}
