package chorus.grafana;

import static chorus.grafana.Boards.CAMPAIGN;
import static chorus.grafana.Boards.RECOMMENDER;
import static chorus.grafana.Boards.WORLD;
import static chorus.grafana.Boards.ofCampaign;
import static chorus.grafana.Boards.ofEffect;
import static chorus.grafana.Boards.ofModel;
import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.metrics.Meter;
import chorus.metrics.RoundMeter;
import java.util.List;

/** One screen: what a newcomer needs. */
final class OverviewBoard {
    private static final String WORDS = """
            Listeners edit playlists; a recommender is retrained on them again and again, a **generation** at a time. The members of a **campaign** \
            put one track into their playlists to have it recommended. Each **world** has the same listeners and the same chance with other campaigns; \
            the one without any is the twin. So an effect is the difference between lines of two worlds. Shaded: campaigns join (green), hold (yellow), \
            leave (red). The last row is of runs in which users **rate** (`chorus altruism`), and empty in all others.""";

    private OverviewBoard() {}

    static Board board() {
        return new Board(
                Uid.OVERVIEW,
                "Chorus 1: overview",
                "One screen: is the run well, and what do its campaigns come to.",
                List.of(CAMPAIGN, WORLD, RECOMMENDER),
                true,
                List.of(
                        Row.of(
                                "",
                                Panel.words("What this is", WORDS).wide(24).high(3),
                                figures(Meter.GENERATION, "Generation", Unit.PLAIN, "max(%s)"),
                                figures(Meter.EDITS, "Edits", Unit.NUMBER, "max(%s)"),
                                figures(Meter.EDITS_REFUSED, "Refused", Unit.NUMBER, "max(%s)")
                                        .from(1, "yellow"),
                                figures(Meter.LAG, "Lag", Unit.EDITS, "max(%s)")
                                        .from(10_000, "yellow")
                                        .from(100_000, "red")
                                        .leadsTo(Uid.STREAM),
                                Panel.figure(
                                                "Age of the model",
                                                Unit.SECONDS,
                                                "Since the newest generation was published.")
                                        .asks(Query.of("age", "time() - max(%s)", Meter.PUBLISHED))
                                        .from(120, "yellow")
                                        .from(600, "red"),
                                figures(Meter.STANDSTILL, "Longest standstill", Unit.SECONDS, "max(%s)")
                                        .from(60, "yellow")
                                        .from(120, "red")
                                        .leadsTo(Uid.STREAM),
                                Panel.figure(
                                                "Stream threads",
                                                Unit.PLAIN,
                                                "Threads of the topology that are alive, over all instances.")
                                        .asks(new Query("sum(kafka_stream_alive_stream_threads)", "threads"))
                                        .leadsTo(Uid.STREAM),
                                figures(Meter.DISK_FREE, "Least free disk", Unit.BYTES, "min(%s)")),
                        Row.of(
                                "",
                                panel(
                                                "Share of tests hit",
                                                Unit.SHARE,
                                                Meter.HIT_SHARE,
                                                "The twin's line is what comes without the campaign.")
                                        .upTo(1)
                                        .asks(ofEffect(Meter.HIT_SHARE))
                                        .leadsTo(Uid.COLLECTIVE),
                                Panel.lines(
                                                "Amplification",
                                                Unit.NUMBER,
                                                "How much more of the recommendations the collective has than its share of the playlists, "
                                                        + "against the twin: (hits − the twin's hits) ÷ tests ÷ α. "
                                                        + "Nothing while nobody holds a plant.")
                                        .free()
                                        .asks(ofEffect(Meter.AMPLIFICATION, "reading", "playlist"))
                                        .leadsTo(Uid.COLLECTIVE),
                                panel("Members", Unit.PLAYLISTS, Meter.MEMBERS, "")
                                        .asks(ofCampaign(Meter.MEMBERS))
                                        .leadsTo(Uid.COLLECTIVE),
                                panel(
                                                "Quality for everybody: NDCG",
                                                Unit.NUMBER,
                                                Meter.NDCG,
                                                "A campaign that costs the others nothing leaves its world's line on the twin's.")
                                        .free()
                                        .asks(ofModel(Meter.NDCG))
                                        .leadsTo(Uid.BIAS),
                                panel("Who is recommended: Gini of tracks", Unit.NUMBER, Meter.GINI, "")
                                        .free()
                                        .asks(ofModel(Meter.GINI, "tracks"))
                                        .leadsTo(Uid.BIAS),
                                Panel.lines(
                                                "Edits a second",
                                                Unit.EDITS_PER_SECOND,
                                                "Written by listeners and collectives. In lock-step listeners wait for each generation, so it comes in bursts.")
                                        .asks(Query.of(
                                                "written", "sum(rate(%s" + Query.WINDOW + "))", Meter.EDITS_WRITTEN))
                                        .leadsTo(Uid.STREAM)),
                        altruists()));
    }

    /** They are in runs of the second simulation alone, where there are no campaigns. */
    private static Row altruists() {
        return Row.of(
                "",
                ofRounds("Altruists: minority ÷ ideal", Unit.SHARE, RoundMeter.MINORITY_IDEAL),
                ofRounds("Altruists: members", Unit.USERS, RoundMeter.MEMBERS),
                ofRounds("Altruists: belief", Unit.NUMBER, RoundMeter.BELIEF),
                ofRounds("Altruists: k*", Unit.PLAIN, RoundMeter.DIRECTIONS),
                Panel.figure("Altruists: harmed", Unit.USERS, RoundMeter.HARMED.meaning() + ". All of them.")
                        .asks(Query.of("{{world}}", "sum by (world) (%s{world=~\"$world\"})", RoundMeter.HARMED))
                        .wide(4)
                        .leadsTo(Uid.ALTRUISM),
                ofRounds("Altruists: loss", Unit.NUMBER, RoundMeter.LOSS));
    }

    private static Panel ofRounds(String title, Unit unit, RoundMeter meter) {
        return Panel.figure(title, unit, meter.meaning() + ".")
                .asks(AltruismBoard.ofWorld(meter))
                .wide(4)
                .leadsTo(Uid.ALTRUISM);
    }

    private static Panel figures(Meter meter, String title, Unit unit, String expr) {
        return Panel.figure(title, unit, meter.meaning() + ".").asks(Query.of(title, expr, meter));
    }
}
