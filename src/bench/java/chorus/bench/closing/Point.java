package chorus.bench.closing;

import chorus.bench.ground.Allowance;

/**
 * Cost of one row.
 *
 * @param error half the 99.9 % interval, µs
 * @param least the mean of the fastest iteration, µs: nearer to the cost where the machine has other work
 */
record Point(long neighbours, double microseconds, double error, double least) {
    /** The cost as a part of what is allowed. */
    double partOf(Allowance allowance) {
        return microseconds / allowance.of(1, neighbours);
    }
}
