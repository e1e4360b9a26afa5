package chorus.altruism.measure;

import chorus.altruism.game.Altruists;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the altruists of a world do.
 *
 * @param members who take part in the round
 * @param ratings given so far, taken back or not
 * @param cost paid in the round, the cost of taking part times members
 * @param belief after the round
 * @param eta what is said of a promoted item; empty where no value works, and in the twin
 * @param low of the band in which it works
 * @param high of the same
 */
public record Campaign(
        int members,
        long ratings,
        double cost,
        OptionalDouble belief,
        OptionalDouble eta,
        OptionalDouble low,
        OptionalDouble high) {
    private static final Campaign NONE = new Campaign(
            0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public static Campaign of(Optional<Altruists> altruists, double tolerance) {
        if (altruists.isEmpty()) {
            return NONE;
        }
        var they = altruists.get();
        var band = they.band(tolerance);
        return new Campaign(
                they.members(),
                they.ratings(),
                they.cost(),
                OptionalDouble.of(they.belief()),
                they.eta(),
                finite(band.low()),
                finite(band.high()));
    }

    private static OptionalDouble finite(double end) {
        return Double.isFinite(end) ? OptionalDouble.of(end) : OptionalDouble.empty();
    }
}
