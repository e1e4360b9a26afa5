package chorus.report;

/**
 * An axis from 0 to a round number.
 *
 * @param steps how many equal steps, each of a round size, lead to its end
 */
public record Axis(double end, int steps) {
    /** The shortest axis that reaches {@code top} and ends at 1, 2, 5, 10, 20, 50, … times {@code unit}. */
    public static Axis reaching(double top, double unit) {
        var factor = 1L;
        var step = 0;
        for (; factor * unit < top; step++) {
            factor = step % 3 == 1 ? factor / 2 * 5 : factor * 2;
        }
        return new Axis(factor * unit, step % 3 == 1 ? 4 : 5);
    }

    /** Where a value lies, in 0…1. */
    public double at(double value) {
        return Math.clamp(value / end, 0, 1);
    }
}
