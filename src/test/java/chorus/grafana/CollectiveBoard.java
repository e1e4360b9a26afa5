package chorus.grafana;

import static chorus.grafana.Boards.CAMPAIGN;
import static chorus.grafana.Boards.RECOMMENDER;
import static chorus.grafana.Boards.WORLD;
import static chorus.grafana.Boards.ofCampaign;
import static chorus.grafana.Boards.ofEffect;
import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.metrics.Meter;
import chorus.metrics.MeterPage;
import java.util.List;
import java.util.Map;

/** What collectives do, what they gain, and what it costs the others. */
final class CollectiveBoard {
    private CollectiveBoard() {}

    static Board board() {
        return new Board(
                Uid.COLLECTIVE,
                "Chorus 2: collective action",
                "What collectives do, what they gain, and what it costs the others.",
                List.of(CAMPAIGN, WORLD, RECOMMENDER),
                true,
                List.of(does(), gains(), costs()));
    }

    private static Row does() {
        return Row.of(
                "What they do",
                Panel.states(
                                "Phase",
                                Map.of(0, "nobody", 1, "join", 2, "hold", 3, "leave"),
                                "What the members did from one generation to the next. It is what was counted, not what was planned: "
                                        + "members who drop out show as leaving.")
                        .asks(new Query(
                                phase("join") + " + 2 * " + phase("hold") + " + 3 * " + phase("leave"),
                                "{{campaign}} in {{world}}")),
                panel("Members", Unit.PLAYLISTS, Meter.MEMBERS, "").asks(ofCampaign(Meter.MEMBERS)),
                panel("α", Unit.SHARE, Meter.ALPHA, "").asks(ofCampaign(Meter.ALPHA)));
    }

    private static String phase(String name) {
        return "max by (campaign, world) (" + MeterPage.prometheus(Meter.PHASE) + "{campaign=~\"$campaign\",phase=\""
                + name + "\",world=~\"$world\"})";
    }

    private static Row gains() {
        return Row.of(
                "What they gain",
                panel("Hits", Unit.PLAYLISTS, Meter.HITS, "").asks(ofEffect(Meter.HITS)),
                panel("Share of tests hit", Unit.SHARE, Meter.HIT_SHARE, "")
                        .upTo(1)
                        .asks(ofEffect(Meter.HIT_SHARE)),
                panel(
                                "Amplification",
                                Unit.NUMBER,
                                Meter.AMPLIFICATION,
                                "1: the collective has of the recommendations what it has of the playlists.")
                        .free()
                        .asks(ofEffect(Meter.AMPLIFICATION, "reading", "playlist|frequency")),
                panel(
                                "Target among the first 1, 5, 10",
                                Unit.SHARE,
                                Meter.TARGET_FIRST,
                                "However many tracks are held out.")
                        .upTo(1)
                        .asks(ofEffect(Meter.TARGET_FIRST, "places", ".*")),
                panel("Reciprocal rank of the target", Unit.NUMBER, Meter.TARGET_RECIPROCAL_RANK, "")
                        .upTo(1)
                        .asks(ofEffect(Meter.TARGET_RECIPROCAL_RANK)),
                panel(
                                "Success",
                                Unit.SHARE,
                                Meter.SUCCESS,
                                "Where those with an anchor succeed and the others do not, the anchor is what did it.")
                        .upTo(1)
                        .asks(ofEffect(Meter.SUCCESS, "over", ".*")),
                panel(
                                "Tests with a rare seed track",
                                Unit.SHARE,
                                Meter.RARE_SEED,
                                "What next to rare tracks can reach at all.")
                        .upTo(1)
                        .asks(ofEffect(Meter.RARE_SEED)),
                panel(
                                "Interference",
                                Unit.NUMBER,
                                Meter.INTERFERENCE,
                                "Below 0 the other campaigns of the world are in the way, above 0 they help.")
                        .free()
                        .asks(ofEffect(Meter.INTERFERENCE)),
                panel(
                                "The scene of an altruistic campaign",
                                Unit.NUMBER,
                                Meter.SCENE,
                                "Only altruistic campaigns have one.")
                        .free()
                        .asks(ofEffect(Meter.SCENE, "of", ".*")),
                panel(
                                "The members' own playlists",
                                Unit.NUMBER,
                                Meter.MEMBERS_SERVED,
                                "What taking part does to who takes part; a loss is against the twin. Only with evaluate.members: judged.")
                        .free()
                        .asks(ofEffect(Meter.MEMBERS_SERVED, "of", ".*")));
    }

    private static Row costs() {
        return Row.of(
                "What it costs the others",
                loss("NDCG", "ndcg.*"),
                loss("R-precision", "r_precision.*"),
                loss("clicks", "clicks.*"));
    }

    private static Panel loss(String measure, String of) {
        return panel(
                        "Loss in " + measure,
                        Unit.NUMBER,
                        Meter.LOSS,
                        "The adversarial line counts each plant as wrong, the optimistic one as right.")
                .free()
                .asks(ofEffect(Meter.LOSS, "of", of));
    }
}
