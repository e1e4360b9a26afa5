package chorus.altruism.measure;

import chorus.altruism.game.Altruists;
import chorus.altruism.game.Crowd;
import chorus.altruism.platform.Learner.Learnt;
import chorus.ratings.results.Campaign;
import chorus.ratings.results.RoundRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What a round comes to, a row a world. */
public final class Rounds {
    private Rounds() {}

    /**
     * The rows, worlds in their order.
     *
     * @param crowd when all have spoken in the round, and before they see what came of it
     * @param learnt by the world's place
     */
    public static List<RoundRow> of(int round, Crowd crowd, List<Learnt> learnt) {
        var truth = crowd.ground().truth();
        var twin = learnt.get(crowd.twin()).picks();
        return IntStream.range(0, learnt.size())
                .mapToObj(world -> {
                    var altruists = crowd.altruists(world);
                    var picks = learnt.get(world).picks();
                    var view = learnt.get(world).view();
                    return new RoundRow(
                            round,
                            crowd.worlds().get(world).name(),
                            view,
                            campaign(altruists, view.tolerance()),
                            UserMeasure.welfare(truth, picks),
                            crowd.ideal(),
                            UserMeasure.welfare(truth, twin),
                            UserMeasure.against(
                                    truth,
                                    picks,
                                    twin,
                                    user -> altruists.isPresent()
                                            && altruists.get().isMember(user)));
                })
                .toList();
    }

    private static Campaign campaign(Optional<Altruists> altruists, double tolerance) {
        if (altruists.isEmpty()) {
            return Campaign.NONE;
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
