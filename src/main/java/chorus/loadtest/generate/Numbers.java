package chorus.loadtest.generate;

import chorus.hash.Hash64;
import chorus.loadtest.workload.Workload.Arrivals;

/**
 * The places of one generator's edits in the whole load's schedule: of N generators, generator i takes every N-th place from i
 * on, or places at independent exponential distances of mean N.
 */
public final class Numbers {
    private final Arrivals arrivals;
    private final int generator;
    private final int generators;
    private final long seed;
    private long given;
    private double place;

    public Numbers(Arrivals arrivals, Share share, long seed) {
        this.arrivals = arrivals;
        this.generator = share.generator();
        this.generators = share.generators();
        this.seed = Hash64.of(seed, share.generator());
    }

    public int generators() {
        return generators;
    }

    public double next() {
        var number = given++;
        return switch (arrivals) {
            case even -> (double) number * generators + generator;
            case poisson -> {
                place -= generators * StrictMath.log(1 - Hash64.unit(Hash64.of(seed, number)));
                yield place;
            }
        };
    }
}
