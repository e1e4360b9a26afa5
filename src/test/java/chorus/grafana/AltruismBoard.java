package chorus.grafana;

import static chorus.grafana.Boards.panel;

import chorus.grafana.Board.Row;
import chorus.grafana.Board.Uid;
import chorus.grafana.Board.Variable;
import chorus.metrics.Meter;
import chorus.metrics.MeterPage;
import chorus.metrics.Metered;
import chorus.metrics.RoundMeter;
import java.util.List;

/** The second simulation: whom altruists help, whom they harm, and what the platform makes of them. */
final class AltruismBoard {
    private static final Variable WORLD = new Variable("world", "world", MeterPage.prometheus(RoundMeter.WELFARE));
    private static final String IN_WORLD = "world=~\"$world\"";

    private AltruismBoard() {}

    static Board board() {
        return new Board(
                Uid.ALTRUISM,
                "Chorus 6: altruism",
                "Users who rate up what a minority would love: what both groups have of it, whom it harms, what the platform keeps.",
                List.of(WORLD),
                false,
                List.of(gain(), platform(), altruists(), harm()));
    }

    private static Row gain() {
        return Row.of(
                "What users have",
                welfare(
                        "Welfare of the minority",
                        "minority",
                        "The twin's line is what they have without altruists: the distance is what these bring."),
                welfare(
                        "Welfare of the majority",
                        "majority",
                        "Where a world's line falls below the twin's, the majority pays for it."),
                panel("Minority ÷ ideal", Unit.SHARE, RoundMeter.MINORITY_IDEAL, "")
                        .upTo(1)
                        .asks(ofWorld(RoundMeter.MINORITY_IDEAL)),
                panel("Change against the twin", Unit.NUMBER, RoundMeter.CHANGE, "")
                        .free()
                        .asks(ofGroup(RoundMeter.CHANGE)),
                panel("Minority served", Unit.SHARE, RoundMeter.SERVED, "")
                        .upTo(1)
                        .asks(ofWorld(RoundMeter.SERVED)),
                panel("Picks that are right", Unit.SHARE, RoundMeter.RIGHT, "")
                        .upTo(1)
                        .asks(ofGroup(RoundMeter.RIGHT)));
    }

    private static Row platform() {
        return Row.of(
                "What the platform makes of it",
                Panel.lines(
                                "Spectrum against the tolerance",
                                Unit.NUMBER,
                                "Singular values of what the platform completed, and a: it keeps the directions above a. "
                                        + "Altruists work by lifting one more over it.")
                        .wide(16)
                        .asks(
                                Query.of(
                                        "σ_{{place}} in {{world}}",
                                        "max by (place, world) (%s{" + IN_WORLD + "})",
                                        RoundMeter.SINGULAR),
                                Query.of(
                                        "a in {{world}}",
                                        "max by (world) (%s{" + IN_WORLD + "})",
                                        RoundMeter.TOLERANCE)),
                panel("k*", Unit.PLAIN, RoundMeter.DIRECTIONS, "").asks(ofWorld(RoundMeter.DIRECTIONS)),
                Panel.lines(
                                "Utility three ways",
                                Unit.NUMBER,
                                "What users truly have of their picks, what the platform expects of them (promised), and how far its completion "
                                        + "is from what it was told (residual). A platform that promises more than users have is mistaken about them.")
                        .wide(16)
                        .asks(
                                Query.of(
                                        "welfare in {{world}}",
                                        "max by (world) (%s{group=\"all\"," + IN_WORLD + "})",
                                        RoundMeter.WELFARE),
                                named("promised", RoundMeter.PROMISED),
                                named("residual", RoundMeter.RESIDUAL)),
                panel("Share observed", Unit.SHARE, RoundMeter.OBSERVED, "")
                        .upTo(1)
                        .asks(ofWorld(RoundMeter.OBSERVED)),
                panel("Pairs observed", Unit.NUMBER, RoundMeter.PAIRS, "").asks(ofWorld(RoundMeter.PAIRS)));
    }

    private static Row altruists() {
        return Row.of(
                "What altruists do",
                panel("Members", Unit.USERS, RoundMeter.MEMBERS, "").asks(ofWorld(RoundMeter.MEMBERS)),
                panel("Belief", Unit.NUMBER, RoundMeter.BELIEF, "Who is less altruistic than cost ÷ belief stays away.")
                        .free()
                        .asks(ofWorld(RoundMeter.BELIEF)),
                Panel.lines(
                                "η in its band",
                                Unit.NUMBER,
                                "What a member says of a promoted item, and the band in which a value works: below it no direction is won, "
                                        + "above it members lose their own best. No line where no value works.")
                        .asks(
                                named("η", RoundMeter.ETA),
                                named("low", RoundMeter.ETA_LOW),
                                named("high", RoundMeter.ETA_HIGH)),
                panel("Ratings given", Unit.NUMBER, RoundMeter.RATINGS, "").asks(ofWorld(RoundMeter.RATINGS)),
                panel("Cost", Unit.NUMBER, RoundMeter.COST, "").asks(ofWorld(RoundMeter.COST)),
                Panel.lines("Round", Unit.PLAIN, "The newest that was published.")
                        .asks(Query.of("round", "max(%s)", Meter.GENERATION)));
    }

    private static Row harm() {
        return Row.of(
                "Whom it harms",
                panel("Harmed", Unit.USERS, RoundMeter.HARMED, "").asks(ofGroup(RoundMeter.HARMED)),
                panel("Loss", Unit.NUMBER, RoundMeter.LOSS, "").asks(ofWorld(RoundMeter.LOSS)),
                panel("Losing", Unit.USERS, RoundMeter.LOSING, "Noise of both worlds' completions is in it.")
                        .asks(ofWorld(RoundMeter.LOSING)),
                Panel.lines(
                                "Pareto improvement",
                                Unit.PLAIN,
                                "1 where nobody is worse off than in the twin and somebody better; with slack, changes of up to 0.05 do not count.")
                        .wide(24)
                        .upTo(1)
                        .asks(named("strict", RoundMeter.PARETO), named("with slack", RoundMeter.PARETO_SLACK)));
    }

    private static Panel welfare(String title, String group, String says) {
        return Panel.lines(title, Unit.NUMBER, "Σ of what their picks are truly worth to them. " + says)
                .asks(Query.of(
                        "{{world}}",
                        "max by (world) (%s{group=\"" + group + "\"," + IN_WORLD + "})",
                        RoundMeter.WELFARE));
    }

    /** A figure of each world. */
    static Query ofWorld(Metered meter) {
        return Query.of("{{world}}", "max by (world) (%s{" + IN_WORLD + "})", meter);
    }

    private static Query named(String name, Metered meter) {
        return Query.of(name + " in {{world}}", "max by (world) (%s{" + IN_WORLD + "})", meter);
    }

    private static Query ofGroup(Metered meter) {
        return Query.of("{{group}} in {{world}}", "max by (group, world) (%s{" + IN_WORLD + "})", meter);
    }
}
