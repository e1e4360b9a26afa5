package chorus.bench.closing;

import chorus.bench.ground.Allowance;

/**
 * Cost of one row.
 *
 * @param error half the 99.9 % interval, µs
 */
record Point(long neighbours, double microseconds, double error) {
    /** The cost as a part of what is allowed. */
    double partOf(Allowance allowance) {
        return microseconds / allowance.of(1, neighbours);
    }
}
