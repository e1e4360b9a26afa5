package chorus.altruism.measure;

import chorus.altruism.platform.Completion;
import chorus.altruism.platform.Rated;
import java.util.List;
import java.util.stream.IntStream;

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

    /** The view of what was learnt, before picks are consumed: {@link #after} has the pairs of the round's end. */
    public static PlatformView of(Rated rated, Completion completion, int[] picks) {
        var promised = 0.0;
        for (var user = 0; user < picks.length; user++) {
            promised += completion.rating(user, picks[user]);
        }
        return new PlatformView(
                        rated.pairs(),
                        0,
                        completion.kept(),
                        completion.tolerance(),
                        IntStream.rangeClosed(1, SHOWN)
                                .mapToObj(completion::singular)
                                .toList(),
                        promised,
                        residual(rated, completion))
                .after(rated);
    }

    private static double residual(Rated rated, Completion completion) {
        var sum = 0.0;
        for (var user = 0; user < rated.users(); user++) {
            var row = rated.row(user);
            for (var n = 0; n < row.size(); n++) {
                var off = row.value(n) - completion.rating(user, row.item(n));
                sum += off * off;
            }
        }
        return StrictMath.sqrt(sum);
    }

    public PlatformView after(Rated rated) {
        var pairs = rated.pairs();
        return new PlatformView(
                pairs, pairs / ((double) rated.users() * rated.items()), kept, tolerance, singular, promised, residual);
    }
}
