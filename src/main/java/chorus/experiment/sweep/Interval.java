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

    /**
     * The difference of two means of unpaired values, second less first, by Welch's unequal variances; sd is the standard error of that
     * difference.
     *
     * @param first at least one value
     * @param second at least one value
     */
    public static Interval welch(double[] first, double[] second) {
        var a = of(first);
        var b = of(second);
        var difference = b.mean() - a.mean();
        if (first.length == 1 || second.length == 1) {
            return new Interval(difference, Double.NaN, Double.NaN);
        }
        var ofA = a.sd() * a.sd() / first.length;
        var ofB = b.sd() * b.sd() / second.length;
        var error = Math.sqrt(ofA + ofB);
        if (error == 0) {
            return new Interval(difference, 0, 0);
        }
        var freedom = (ofA + ofB) * (ofA + ofB) / (ofA * ofA / (first.length - 1) + ofB * ofB / (second.length - 1));
        return new Interval(difference, error, TDistribution.of(freedom).inverseCumulativeProbability(UPPER) * error);
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }

    /** {@code mean [low, high]}; of one fold the mean alone. */
    public String text(int decimals) {
        var form = "%." + decimals + "f";
        return Double.isNaN(half)
                ? String.format(Locale.ROOT, form, mean)
                : String.format(Locale.ROOT, form + " [" + form + ", " + form + "]", mean, low(), high());
    }
}
