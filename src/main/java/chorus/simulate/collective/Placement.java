package chorus.simulate.collective;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Strategy.Anchored;
import java.util.function.IntUnaryOperator;

/** Where the strategies put a target (Baumann and Mendler-Dünner, NeurIPS 2024); indices count from 0. */
final class Placement {
    /** No anchor. */
    static final int NONE = -1;

    private Placement() {}

    /** Index of the anchor: the first track with the smallest cntT, or with the largest cntQ; {@link #NONE} among targets alone. */
    static int anchor(Anchored strategy, int[] tracks, Knowledge knowledge) {
        return switch (strategy) {
            case Strategy.DirLoF() -> smallest(tracks, knowledge, knowledge::inTraining);
            case Strategy.InClust() -> smallest(tracks, knowledge, track -> -knowledge.inOwn(track));
        };
    }

    private static int smallest(int[] tracks, Knowledge knowledge, IntUnaryOperator count) {
        var anchor = NONE;
        for (var i = 0; i < tracks.length; i++) {
            if (!knowledge.isTarget(tracks[i])
                    && (anchor == NONE || count.applyAsInt(tracks[i]) < count.applyAsInt(tracks[anchor]))) {
                anchor = i;
            }
        }
        return anchor;
    }

    /** The place beside the anchor at {@code anchor}: after a direct one, else before it. */
    static Place beside(Anchored strategy, int anchor) {
        return switch (strategy) {
            case Strategy.DirLoF() -> Place.afterPredecessor(anchor + 1);
            case Strategy.InClust() -> new Place(anchor, true);
        };
    }

    /** @param chance uniform in [0, 1) */
    static int afterAny(int length, double chance) {
        return Math.min(length, 1 + (int) (chance * length));
    }
}
