package chorus.simulate.catalog;

import chorus.hash.Hash64;

/** A sequential source of chance: SplitMix64 from a seed. Two with the same seed give the same numbers for ever. */
public final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Chance(long seed) {
        state = seed;
    }

    /** Uniform in [0, 1). */
    public double unit() {
        state += STEP;
        return Hash64.unit(Hash64.of(state));
    }

    /** Uniform in 0…bound − 1. */
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Normal with mean 0 and standard deviation 1 (Box and Muller 1958, the cosine half). */
    public double gaussian() {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}
