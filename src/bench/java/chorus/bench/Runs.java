package chorus.bench;

import chorus.bench.contender.Measured;
import java.util.ArrayList;
import java.util.List;

/** What a contender was seen to do: its uncounted runs, then those that count. */
record Runs(WarmUp warmUp, List<Measured> counted) {
    static final Runs NONE = new Runs(WarmUp.NONE, List.of());

    Runs {
        counted = List.copyOf(counted);
    }

    Runs andUncounted(Measured run) {
        return new Runs(warmUp.and(run.seconds()), counted);
    }

    Runs and(Measured run) {
        var all = new ArrayList<>(counted);
        all.add(run);
        return new Runs(warmUp, all);
    }
}
