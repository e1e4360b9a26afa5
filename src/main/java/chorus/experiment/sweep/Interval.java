package chorus.experiment.sweep;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over folds with its 95 % t-interval: mean ± t(n − 1; 0.975)·sd/√n. A bootstrap over few folds covers much less than it
 * says.
 *
 * @param sd of the values, with divisor n − 1; not a number for one value
 * @param half half the interval's width; not a number for one value
 */
public record Interval(double mean, double sd, double half) {
    private static final double UPPER = 0.975;

    /** @param values one a fold, at least one */
    public static Interval of(double[] values) {
        var mean = Arrays.stream(values).sum() / values.length;
        if (values.length == 1) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        var sd = Math.sqrt(squares / (values.length - 1));
        var t = TDistribution.of(values.length - 1.0).inverseCumulativeProbability(UPPER);
        return new Interval(mean, sd, t * sd / Math.sqrt(values.length));
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }

    /** {@code mean [low, high]}; of one fold the mean alone. */
    String text(int decimals) {
        var form = "%." + decimals + "f";
        return Double.isNaN(half)
                ? String.format(Locale.ROOT, form, mean)
                : String.format(Locale.ROOT, form + " [" + form + ", " + form + "]", mean, low(), high());
    }
}
