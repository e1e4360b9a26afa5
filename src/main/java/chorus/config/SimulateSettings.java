package chorus.config;

import chorus.config.kinds.Range;

/** The generator (calibration: two-level Pitman–Yor urns and sticky listeners) and the pace of organic editing. */
public record SimulateSettings(
        int playlists,
        int epochs,
        double changePerEpoch,
        int writers,
        double editsPerSecond,
        Catalogue catalogue,
        Listeners listeners) {
    public SimulateSettings {
        Range.within("playlists", playlists, 1, 10_000_000);
        Range.within("epochs", epochs, 0, 100_000);
        Range.share("changePerEpoch", changePerEpoch);
        Range.within("writers", writers, 1, 256);
        Range.positive("editsPerSecond", editsPerSecond, 10_000_000);
    }

    public record Catalogue(
            int genres,
            int scenesPerGenre,
            double genreExponent,
            double sceneExponent,
            double trackDiscount,
            double trackConcentration,
            double artistDiscount,
            double artistConcentration,
            double hitShare,
            int hits) {
        /** An urn whose discount is 1 would never give anything twice. */
        private static final double MOST_DISCOUNT = 0.99;

        public Catalogue {
            Range.within("genres", genres, 1, 1000);
            Range.within("scenesPerGenre", scenesPerGenre, 1, 1000);
            Range.within("genreExponent", genreExponent, 0, 10);
            Range.within("sceneExponent", sceneExponent, 0, 10);
            Range.within("trackDiscount", trackDiscount, 0, MOST_DISCOUNT);
            Range.within("artistDiscount", artistDiscount, 0, MOST_DISCOUNT);
            Range.positive("trackConcentration", trackConcentration, 1_000_000);
            Range.positive("artistConcentration", artistConcentration, 1_000_000);
            Range.share("hitShare", hitShare);
            Range.within("hits", hits, 1, 1_000_000);
        }
    }

    public record Listeners(
            double stay,
            double genreSwitch,
            double artistRun,
            double noise,
            double append,
            double lengthLogMean,
            double lengthLogSd,
            int shortest,
            int longest) {
        public Listeners {
            Range.share("stay", stay);
            Range.share("genreSwitch", genreSwitch);
            Range.share("artistRun", artistRun);
            Range.share("noise", noise);
            Range.share("append", append);
            Range.within("lengthLogMean", lengthLogMean, 0, 10);
            Range.positive("lengthLogSd", lengthLogSd, 10);
            Range.within("shortest", shortest, 1, 10_000);
            Range.within("longest", longest, shortest, 10_000);
            if (!(drawnWithin(lengthLogMean, lengthLogSd, shortest, longest) >= 1e-4)) {
                throw new IllegalArgumentException(
                        "lengthLogMean, lengthLogSd: hardly one of 10000 lengths drawn would lie in " + shortest + "…"
                                + longest + ", from shortest to longest");
            }
        }

        /** Roughly which share of lengths lies within the bounds: their width in the logarithm × the density at its nearest. */
        private static double drawnWithin(double mean, double sd, int shortest, int longest) {
            var from = (StrictMath.log(shortest - 0.5) - mean) / sd;
            var to = (StrictMath.log(longest + 0.5) - mean) / sd;
            var nearest = Math.clamp(0, from, to);
            return Math.min(to - from, 2.5) * StrictMath.exp(-nearest * nearest / 2) / 2.5;
        }
    }
}
