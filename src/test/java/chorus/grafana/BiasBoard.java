package chorus.grafana;

import static chorus.grafana.Boards.CAMPAIGN;
import static chorus.grafana.Boards.RECOMMENDER;
import static chorus.grafana.Boards.WORLD;
import static chorus.grafana.Boards.ofModel;
import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.metrics.Meter;
import java.util.List;

/** Whom the recommender shows, and how good its lists are. */
final class BiasBoard {
    private BiasBoard() {}

    static Board board() {
        return new Board(
                Uid.BIAS,
                "Chorus 3: popularity bias and quality",
                "Whom the recommender shows, and how good its lists are, a line a world.",
                List.of(CAMPAIGN, WORLD, RECOMMENDER),
                true,
                List.of(
                        Row.of(
                                "Popularity bias",
                                gini("tracks"),
                                gini("artists"),
                                panel(
                                                "Top 10 % of tracks",
                                                Unit.SHARE, Meter.LORENZ, "Of tracks: 0.1 where all are equal.")
                                        .free()
                                        .asks(ofModel(Meter.LORENZ, "tracks")),
                                panel("Mean popularity (ARP)", Unit.PLAYLISTS, Meter.ARP, "")
                                        .free()
                                        .asks(ofModel(Meter.ARP)),
                                panel("Long tail (APLT)", Unit.SHARE, Meter.APLT, "")
                                        .free()
                                        .asks(ofModel(Meter.APLT)),
                                panel("Coverage", Unit.SHARE, Meter.COVERAGE, "")
                                        .free()
                                        .asks(ofModel(Meter.COVERAGE)),
                                panel("Entropy", Unit.NUMBER, Meter.ENTROPY, "")
                                        .free()
                                        .asks(ofModel(Meter.ENTROPY))),
                        Row.of(
                                "Quality",
                                quality("NDCG", Meter.NDCG),
                                quality("R-precision", Meter.R_PRECISION),
                                quality("R-precision with artists", Meter.R_PRECISION_ARTISTS),
                                quality("Precision", Meter.PRECISION),
                                quality("Recall", Meter.RECALL),
                                panel("Clicks", Unit.NUMBER, Meter.CLICKS, "Fewer are better.")
                                        .free()
                                        .asks(ofModel(Meter.CLICKS))),
                        Row.of(
                                "What it is made of",
                                size("Playlists that are trained on", Meter.TRAINING_PLAYLISTS),
                                size("Test playlists", Meter.TEST_PLAYLISTS),
                                size("Tracks", Meter.TRACKS),
                                size("Pairs", Meter.PAIRS))));
    }

    private static Panel gini(String of) {
        return panel("Gini of " + of, Unit.NUMBER, Meter.GINI, "").free().asks(ofModel(Meter.GINI, of));
    }

    private static Panel quality(String title, Meter meter) {
        return panel(title, Unit.NUMBER, meter, "More is better.").free().asks(ofModel(meter));
    }

    private static Panel size(String title, Meter meter) {
        return panel(title, Unit.NUMBER, meter, "").wide(6).asks(Query.of(title, "max(%s)", meter));
    }
}
