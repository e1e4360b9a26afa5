package chorus.bench.ground;

import java.util.List;

/** Median and extremes of repeated measurements. */
public record Spread(double median, double min, double max) {
    public static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var n = sorted.size();
        var median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** By what share the largest exceeds the least. */
    public double apart() {
        return max / min - 1;
    }
}
