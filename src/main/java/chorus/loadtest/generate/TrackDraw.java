package chorus.loadtest.generate;

/**
 * Draws tracks with a long tail: ranks are the whole parts of a bounded power law on [1, tracks + 1) with density ∝ x^−exponent;
 * track id = rank − 1, so that track 0 is drawn most.
 *
 * @param exponent 0 for equal chances; 1 for Zipf's law
 */
public record TrackDraw(int tracks, double exponent) {

    /** @param u uniform in [0, 1) */
    public int at(double u) {
        var end = tracks + 1.0;
        var power = 1 - exponent;
        var x = Math.abs(power) < 1e-9
                ? StrictMath.pow(end, u)
                : StrictMath.pow((StrictMath.pow(end, power) - 1) * u + 1, 1 / power);
        return Math.clamp((long) x - 1, 0, tracks - 1);
    }
}
