package chorus.simulate.collective;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Strategy.Anchored;
import java.util.function.IntUnaryOperator;

/** Where the strategies put a target (Baumann and Mendler-Dünner, NeurIPS 2024); indices count from 0. */
final class Placement {
    private Placement() {}

    /** Index of the anchor in a playlist of at least one track: the first with the smallest cntT, or with the largest cntQ. */
    static int anchor(Anchored strategy, int[] tracks, Knowledge knowledge) {
        return switch (strategy) {
            case Strategy.DirLoF() -> smallest(tracks, knowledge::inTraining);
            case Strategy.InClust() -> smallest(tracks, track -> -knowledge.inOwn(track));
        };
    }

    private static int smallest(int[] tracks, IntUnaryOperator count) {
        var anchor = 0;
        for (var i = 1; i < tracks.length; i++) {
            if (count.applyAsInt(tracks[i]) < count.applyAsInt(tracks[anchor])) {
                anchor = i;
            }
        }
        return anchor;
    }

    /** The index at which the target is inserted when its anchor stands at {@code anchor}: after a direct one, else before it. */
    static int beside(Anchored strategy, int anchor) {
        return switch (strategy) {
            case Strategy.DirLoF() -> anchor + 1;
            case Strategy.InClust() -> anchor;
        };
    }

    /** @param chance uniform in [0, 1) */
    static int afterAny(int length, double chance) {
        return Math.min(length, 1 + (int) (chance * length));
    }
}
