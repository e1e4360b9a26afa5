package chorus.bench;

import chorus.bench.ground.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender's uncounted runs of its whole recording. It is warm once they have lasted long enough together and the last two
 * agree; agreement alone would not do, as two cold runs can be equally slow.
 *
 * @param seconds of each, in order
 */
record WarmUp(List<Double> seconds) {
    static final int LEAST_SECONDS = 20;
    static final int MOST_RUNS = 12;
    static final WarmUp NONE = new WarmUp(List.of());
    /** How far the last two runs may lie apart. */
    private static final double AGREEMENT = 0.1;

    WarmUp {
        seconds = List.copyOf(seconds);
    }

    WarmUp and(double further) {
        var all = new ArrayList<>(seconds);
        all.add(further);
        return new WarmUp(all);
    }

    boolean warm() {
        var runs = seconds.size();
        return runs >= 2
                && seconds.stream().mapToDouble(each -> each).sum() >= LEAST_SECONDS
                && Spread.of(seconds.subList(runs - 2, runs)).apart() <= AGREEMENT;
    }

    /** Whether no further run is worth its time. */
    boolean over() {
        return warm() || seconds.size() >= MOST_RUNS;
    }
}
