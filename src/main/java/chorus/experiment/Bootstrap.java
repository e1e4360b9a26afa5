package chorus.experiment;

import chorus.playlist.Hash64;
import java.util.Arrays;

/**
 * A mean over folds with its 95 % bootstrap interval (percentile method, Efron 1979): the 2.5 % and 97.5 % quantiles of the means
 * of 2,000 samples drawn with replacement. The draws are fixed by a seed, so that equal values give equal intervals.
 */
record Bootstrap(double mean, double low, double high) {
    private static final int SAMPLES = 2_000;
    private static final long DRAW = 0xB007_0001L;

    /** @param values one a fold, at least one */
    static Bootstrap of(double[] values) {
        var means = new double[SAMPLES];
        for (var sample = 0; sample < SAMPLES; sample++) {
            var sum = 0.0;
            for (var i = 0; i < values.length; i++) {
                sum += values[(int) (Hash64.unit(Hash64.of(DRAW, sample, i)) * values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        var mean = Arrays.stream(values).sum() / values.length;
        return new Bootstrap(mean, means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
    }
}
