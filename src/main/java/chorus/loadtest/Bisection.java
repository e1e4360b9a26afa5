package chorus.loadtest;

import chorus.loadtest.workload.Workload.Search;

/**
 * The search for the highest sustainable rate: doubles until a rate fails (or halves until one holds), then tries the middle.
 *
 * @param begin the first rate to try
 * @param sustained the highest rate that held; 0 before the first
 * @param failed the lowest rate that failed; infinite before the first
 * @param steps how many were tried
 */
record Bisection(double begin, double sustained, double failed, int steps) {

    static Bisection from(double begin) {
        return new Bisection(begin, 0, Double.POSITIVE_INFINITY, 0);
    }

    double next() {
        if (steps == 0) {
            return begin;
        }
        if (Double.isInfinite(failed)) {
            return sustained * 2;
        }
        return sustained == 0 ? failed / 2 : (sustained + failed) / 2;
    }

    Bisection after(double rate, boolean held) {
        return held
                ? new Bisection(begin, Math.max(sustained, rate), failed, steps + 1)
                : new Bisection(begin, sustained, Math.min(failed, rate), steps + 1);
    }

    boolean done(Search search) {
        return steps >= search.steps() || sustained > 0 && failed <= sustained * (1 + search.precision());
    }
}
