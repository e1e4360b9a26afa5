package chorus.evaluate.bias;

import java.util.Arrays;

/**
 * Share of the recommendations that the most recommended tenth of the catalogue holds: 1 − L(0.9) on the Lorenz curve, from
 * 0.1 (all equal) to 1 (B24, §5.3: "80 % of recommendations go to 10 % of artists"). A tenth of n that is no whole number
 * takes its part of the next one, as the curve is linear between its points.
 */
final class LorenzShare {
    private LorenzShare() {}

    /** 0 where nothing was recommended. */
    static double topTenth(long[] counts) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        var n = sorted.length;
        var whole = n / 10;
        var tenths = 0L;
        for (var i = 1; i <= whole; i++) {
            tenths += 10 * sorted[n - i];
        }
        if (n > 0) {
            tenths += n % 10 * sorted[n - whole - 1];
        }
        var total = Arrays.stream(counts).sum();
        return total == 0 ? 0 : tenths / (10.0 * total);
    }
}
