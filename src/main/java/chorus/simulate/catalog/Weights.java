package chorus.simulate.catalog;

/** A choice among 0…n−1 with weight of i ∝ (i+1)^−exponent. */
final class Weights {
    private final double[] cumulative;

    Weights(int n, double exponent) {
        cumulative = new double[n];
        var sum = 0.0;
        for (var i = 0; i < n; i++) {
            sum += StrictMath.pow(i + 1.0, -exponent);
            cumulative[i] = sum;
        }
    }

    /** The probability of {@code i}. */
    double share(int i) {
        return (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])) / cumulative[cumulative.length - 1];
    }

    int draw(Chance chance) {
        var last = cumulative.length - 1;
        var point = chance.unit() * cumulative[last];
        var i = 0;
        while (i < last && cumulative[i] <= point) {
            i++;
        }
        return i;
    }
}
