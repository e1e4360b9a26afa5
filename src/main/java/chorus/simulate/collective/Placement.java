package chorus.simulate.collective;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Strategy.Anchored;
import java.util.function.IntToDoubleFunction;

/** Where the strategies put a target (Baumann and Mendler-Dünner, NeurIPS 2024); indices count from 0. */
final class Placement {
    /** No anchor. */
    static final int NONE = -1;

    private Placement() {}

    /** Index of the anchor in {@code tracks} by what the collective knows; {@link #NONE} among targets alone. */
    static int anchor(Anchored strategy, int[] tracks, Knowledge knowledge) {
        return switch (strategy) {
            case Strategy.DirLoF() -> smallest(tracks, knowledge, knowledge::frequency);
            case Strategy.InClust() -> smallest(tracks, knowledge, track -> -knowledge.inOwn(track));
            case Strategy.InClustGreedy() -> smallest(tracks, knowledge, knowledge::turn);
            case Strategy.Hybrid hybrid -> {
                var shared = smallest(tracks, knowledge, track -> -knowledge.inOwn(track));
                yield shared != NONE && isShared(hybrid, tracks[shared], knowledge)
                        ? shared
                        : smallest(tracks, knowledge, knowledge::frequency);
            }
        };
    }

    private static boolean isShared(Strategy.Hybrid hybrid, int track, Knowledge knowledge) {
        return knowledge.inOwn(track) >= hybrid.minSupport().of(knowledge.playlists());
    }

    /** The first on ties. */
    private static int smallest(int[] tracks, Knowledge knowledge, IntToDoubleFunction count) {
        var anchor = NONE;
        for (var i = 0; i < tracks.length; i++) {
            if (!knowledge.isTarget(tracks[i])
                    && (anchor == NONE || count.applyAsDouble(tracks[i]) < count.applyAsDouble(tracks[anchor]))) {
                anchor = i;
            }
        }
        return anchor;
    }

    /** The place beside the anchor, {@code track} at {@code index}: after a direct one, else before it. */
    static Place beside(Anchored strategy, int track, int index, Knowledge knowledge) {
        return switch (strategy) {
            case Strategy.DirLoF() -> Place.afterPredecessor(index + 1);
            case Strategy.InClust(), Strategy.InClustGreedy() -> new Place(index, true);
            case Strategy.Hybrid hybrid ->
                isShared(hybrid, track, knowledge) ? new Place(index, true) : Place.afterPredecessor(index + 1);
        };
    }

    /** @param chance uniform in [0, 1) */
    static int afterAny(int length, double chance) {
        return Math.min(length, 1 + (int) (chance * length));
    }

    static int afterFirst(int tracks, int length, double chance) {
        return afterAny(Math.min(tracks, length), chance);
    }

    static int afterLast(int tracks, int length, double chance) {
        return Math.max(0, length - tracks) + afterAny(Math.min(tracks, length), chance);
    }
}
