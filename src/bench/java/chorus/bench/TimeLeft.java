package chorus.bench;

import java.util.HashMap;
import java.util.Map;

/** How long the comparison will still take, from what each contender took so far. */
final class TimeLeft {
    private final Comparison.Plan plan;
    private final Map<String, Long> latest = new HashMap<>();
    private final Map<String, Integer> done = new HashMap<>();

    TimeLeft(Comparison.Plan plan) {
        this.plan = plan;
    }

    /** After a run that counts. */
    void took(String contender, long nanos) {
        tookUncounted(contender, nanos);
        done.merge(contender, 1, Integer::sum);
    }

    void tookUncounted(String contender, long nanos) {
        latest.put(contender, nanos);
    }

    String told() {
        var nanos = 0L;
        var unknown = 0;
        for (var contender : plan.contenders()) {
            var left = plan.repeats() - done.getOrDefault(contender, 0);
            nanos += left * latest.getOrDefault(contender, 0L);
            unknown += latest.containsKey(contender) ? 0 : 1;
        }
        var seconds = Math.round(nanos / 1e9);
        return "about " + seconds + " s of counted repeats left"
                + (unknown == 0 ? "" : " and " + unknown + " contenders that never ran");
    }
}
