package chorus.simulate.collective;

import chorus.config.CampaignSettings;

/** Where a member puts the target in their playlist, by one insertion (Baumann and Mendler-Dünner, NeurIPS 2024). */
public sealed interface PlacementStrategy {

    /** A strategy that puts the target next to an anchor, a track of the playlist chosen by what the collective knows. */
    sealed interface Anchored extends PlacementStrategy {
        /** Index of the anchor in a playlist of at least one track. */
        int anchor(int[] tracks, Knowledge knowledge);

        /** The index at which the target is inserted when its anchor stands at {@code anchor}. */
        int beside(int anchor);
    }

    /** Right after the playlist's track with the smallest cntT, the first on ties: a direct anchor of low frequency. */
    record DirLoF() implements Anchored {
        @Override
        public int anchor(int[] tracks, Knowledge knowledge) {
            var anchor = 0;
            for (var i = 1; i < tracks.length; i++) {
                if (knowledge.inTraining(tracks[i]) < knowledge.inTraining(tracks[anchor])) {
                    anchor = i;
                }
            }
            return anchor;
        }

        @Override
        public int beside(int anchor) {
            return anchor + 1;
        }
    }

    /** Right before the playlist's track with the largest cntQ, the first on ties: an indirect anchor, static counts. */
    record InClust() implements Anchored {
        @Override
        public int anchor(int[] tracks, Knowledge knowledge) {
            var anchor = 0;
            for (var i = 1; i < tracks.length; i++) {
                if (knowledge.inOwn(tracks[i]) > knowledge.inOwn(tracks[anchor])) {
                    anchor = i;
                }
            }
            return anchor;
        }

        @Override
        public int beside(int anchor) {
            return anchor;
        }
    }

    /** After a uniformly drawn track: never at the front of a playlist that has any. */
    record Random() implements PlacementStrategy {
        /** @param chance uniform in [0, 1) */
        int index(int length, double chance) {
            return Math.min(length, 1 + (int) (chance * length));
        }
    }

    /** After the last track. */
    record AtTheEnd() implements PlacementStrategy {}

    /** At a fixed index, or at the end of a playlist that is shorter. */
    record InsertAt(int index) implements PlacementStrategy {}

    static PlacementStrategy of(CampaignSettings settings) {
        return switch (settings.strategy()) {
            case "DirLoF" -> new DirLoF();
            case "InClust" -> new InClust();
            case "Random" -> new Random();
            case "AtTheEnd" -> new AtTheEnd();
            case "InsertAt" -> new InsertAt(settings.index().orElseThrow());
            default ->
                throw new IllegalArgumentException("strategy " + settings.strategy() + ": must be one of "
                        + String.join(", ", CampaignSettings.STRATEGIES));
        };
    }
}
