package chorus.config;

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
        Range.atLeast("playlists", playlists, 1);
        Range.atLeast("epochs", epochs, 0);
        Range.share("changePerEpoch", changePerEpoch);
        Range.atLeast("writers", writers, 1);
        Range.positive("editsPerSecond", editsPerSecond);
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
        public Catalogue {
            Range.atLeast("genres", genres, 1);
            Range.atLeast("scenesPerGenre", scenesPerGenre, 1);
            Range.share("trackDiscount", trackDiscount);
            Range.share("artistDiscount", artistDiscount);
            Range.positive("trackConcentration", trackConcentration);
            Range.positive("artistConcentration", artistConcentration);
            Range.share("hitShare", hitShare);
            Range.atLeast("hits", hits, 1);
        }
    }

    public record Listeners(
            double stay,
            double genreSwitch,
            double artistRun,
            double noise,
            double lengthLogMean,
            double lengthLogSd,
            int shortest,
            int longest) {
        public Listeners {
            Range.share("stay", stay);
            Range.share("genreSwitch", genreSwitch);
            Range.share("artistRun", artistRun);
            Range.share("noise", noise);
            Range.positive("lengthLogSd", lengthLogSd);
            Range.atLeast("shortest", shortest, 1);
            Range.atLeast("longest", longest, shortest);
        }
    }
}
