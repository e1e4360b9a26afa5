package chorus.evaluate.amplification;

import java.util.OptionalDouble;

/** Share of test playlists with the target among their first K recommendations, over those of one kind, in 0…1 (B24, §5). */
final class SuccessRate {
    private long cases;
    private long successes;

    void add(boolean counts, boolean hit) {
        cases += counts ? 1 : 0;
        successes += counts && hit ? 1 : 0;
    }

    void merge(SuccessRate other) {
        cases += other.cases;
        successes += other.successes;
    }

    /** Undefined where there is no playlist of the kind. */
    OptionalDouble value() {
        return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / cases);
    }
}
