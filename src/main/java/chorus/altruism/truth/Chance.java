package chorus.altruism.truth;

import chorus.hash.Hash64;

/**
 * Numbers keyed by what they are for: each of a stream's numbers belongs to one or two ids, whoever asks for it and when.
 *
 * @param seed of the run
 */
public record Chance(long seed) {
    /** Sums of so many uniform numbers have variance 1. */
    private static final int SUMMANDS = 12;

    /** Streams that belong to one noise lie side by side. */
    private static final int STRIDE = 64;

    public long bits(long stream, long a, long b) {
        return Hash64.of(Hash64.of(Hash64.of(Hash64.of(seed) ^ stream) ^ a) ^ b);
    }

    /** Uniform in [0, 1). */
    public double uniform(long stream, long a) {
        return uniform(stream, a, 0);
    }

    public double uniform(long stream, long a, long b) {
        return Hash64.unit(bits(stream, a, b));
    }

    /** Nearly normal, of mean 0 and variance 1: a sum of twelve uniform numbers less 6 (Irwin and Hall). */
    public double noise(long stream, long a, long b) {
        var sum = 0.0;
        for (var j = 0; j < SUMMANDS; j++) {
            sum += uniform(STRIDE * stream + 1 + j, a, b);
        }
        return sum - SUMMANDS / 2.0;
    }
}
