package chorus.ratings.results;

import java.util.List;

/**
 * What the platform knows and thinks.
 *
 * @param pairs of which it was told something, at the end of the round
 * @param observed the same as a share of all pairs
 * @param kept k*, the directions that it kept
 * @param tolerance a
 * @param singular σ_1 … σ_12 before truncation
 * @param promised Σ r̂_{u,top(u)}
 * @param residual √Σ(r̃ − r̂)² over what it was told when it learnt
 */
public record PlatformView(
        long pairs,
        double observed,
        int kept,
        double tolerance,
        List<Double> singular,
        double promised,
        double residual) {
    public static final int SHOWN = 12;

    public PlatformView {
        singular = List.copyOf(singular);
    }
}
