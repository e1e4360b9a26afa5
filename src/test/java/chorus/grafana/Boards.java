package chorus.grafana;

import chorus.grafana.Board.Variable;
import chorus.metrics.Meter;
import chorus.metrics.MeterPage;
import chorus.metrics.Metered;
import java.util.List;
import java.util.Locale;

/** All dashboards, and what they have in common. */
final class Boards {
    static final Variable CAMPAIGN = new Variable("campaign", "campaign", MeterPage.prometheus(Meter.HIT_SHARE));
    static final Variable WORLD = new Variable("world", "world", MeterPage.prometheus(Meter.NDCG));
    static final Variable RECOMMENDER = new Variable("recommender", "recommender", MeterPage.prometheus(Meter.NDCG));
    /** Processes; each has its free disk. */
    static final Variable PROCESS = new Variable("instance", "process", MeterPage.prometheus(Meter.DISK_FREE));

    private static final String OF_CAMPAIGN = "campaign=~\"$campaign\",world=~\"$world\"";
    private static final String OF_MODEL = "recommender=~\"$recommender\",world=~\"$world\"";

    private Boards() {}

    static List<Board> all() {
        return List.of(
                OverviewBoard.board(),
                CollectiveBoard.board(),
                BiasBoard.board(),
                StreamBoard.board(),
                LoadBoard.board(),
                AltruismBoard.board());
    }

    /** A figure of each campaign in each world. */
    static Query ofCampaign(Metered meter) {
        return Query.of("{{campaign}} in {{world}}", "max by (campaign, world) (%s{" + OF_CAMPAIGN + "})", meter);
    }

    /** A figure of what each recommender makes of a campaign. */
    static Query ofEffect(Metered meter) {
        return Query.of(
                "{{campaign}} in {{world}}, {{recommender}}",
                "max by (campaign, recommender, world) (%s{" + OF_CAMPAIGN + ",recommender=~\"$recommender\"})",
                meter);
    }

    /** The same where the meter has a further label with these values. */
    static Query ofEffect(Metered meter, String label, String values) {
        return Query.of(
                "{{campaign}} in {{world}}, {{" + label + "}}, {{recommender}}",
                "max by (campaign, " + label + ", recommender, world) (%s{" + OF_CAMPAIGN + "," + label + "=~\""
                        + values + "\",recommender=~\"$recommender\"})",
                meter);
    }

    /** A figure of each world's models. */
    static Query ofModel(Metered meter) {
        return Query.of("{{world}}, {{recommender}}", "max by (recommender, world) (%s{" + OF_MODEL + "})", meter);
    }

    /** The same of tracks or artists. */
    static Query ofModel(Metered meter, String of) {
        return Query.of(
                "{{world}}, {{recommender}}",
                "max by (recommender, world) (%s{of=\"" + of + "\"," + OF_MODEL + "})",
                meter);
    }

    /** A panel with what the catalogue says of its meter. */
    static Panel panel(String title, Unit unit, Metered meter, String more) {
        return Panel.lines(title, unit, meter.meaning() + "." + (more.isEmpty() ? "" : " " + more));
    }

    /** Where a dashboard lies. */
    static String file(Board board) {
        return "grafana/dashboards/" + board.uid().name().toLowerCase(Locale.ROOT) + ".json";
    }
}
