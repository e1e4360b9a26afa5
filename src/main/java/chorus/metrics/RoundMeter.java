package chorus.metrics;

import java.util.EnumSet;

/** Meters of what a round of the second simulation comes to in each world. Utilities have the unit of a rating, of which 1 is the most. */
public enum RoundMeter implements Metered {
    WELFARE(
            "welfare",
            "",
            "Σ r*_{u,top(u)}: what users truly have of their picks, over all of them, the majority or the minority",
            "group"),
    CHANGE("change", "", "The welfare of the majority or the minority − that of the same in the twin", "group"),
    MINORITY_IDEAL("minority.ideal", "ratio", "The minority's welfare ÷ the most that it could have"),
    SERVED("minority.served", "ratio", "Share of the minority whose pick is an item of the minority's"),
    RIGHT(
            "right",
            "ratio",
            "Share of users, of all or of the minority, whose pick is worth as much to them as their best",
            "group"),

    DIRECTIONS("directions", "", "k*, directions that the platform kept"),
    TOLERANCE("tolerance", "", "a: directions of singular values above it are kept"),
    SINGULAR("singular", "", "σ_1 … σ_12, singular values of the completed ratings before truncation", "place"),
    PROMISED("promised", "", "Σ r̂_{u,top(u)}, what the platform expects of its picks"),
    RESIDUAL("residual", "", "√Σ(r̃ − r̂)² over the pairs that the platform was told of"),
    PAIRS("pairs", "", "Pairs of user and item of which the platform was told something"),
    OBSERVED(
            "observed",
            "ratio",
            "Share of all pairs of which the platform was told something, at the end of the round"),

    MEMBERS("members", "users", "Users who took part in the round"),
    RATINGS("ratings", "", "Ratings that members gave so far, taken back or not"),
    COST("cost", "", "Cost of taking part × members"),
    BELIEF("belief", "", "The belief that it helps, after the round; absent in the twin"),
    ETA("eta", "", "η, what a member says of a promoted item; absent where no value works"),
    ETA_LOW(
            "eta.low",
            "",
            "η from which on one more direction is kept, by the closed form for all pairs observed; absent where none is enough"),
    ETA_HIGH("eta.high", "", "The least that a member's own best is worth to her: above it she would not keep it"),

    HARMED(
            "harmed",
            "users",
            "Users whose pick is worth more than 0.05 less to them than the twin's in the same round: "
                    + "those who took part, others of the majority, the minority",
            "group"),
    LOSING("losing", "users", "Users whose pick is worth more than 10⁻⁹ less than the twin's"),
    LOSS("loss", "", "Σ max(0, worth of the twin's pick − worth of this) over all users"),
    PARETO("pareto", "", "1 where nobody is losing and somebody gains; else 0"),
    PARETO_SLACK("pareto.slack", "", "1 where nobody is harmed and somebody gains more than 0.05; else 0");

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Traits traits;

    /** @param labels beside the world's, which each has */
    RoundMeter(String name, String unit, String meaning, String... labels) {
        var all = (String.join(" ", labels) + " world").strip();
        traits = Traits.of(EnumSet.of(Part.PLATFORM), "altruism." + name, Kind.GAUGE, unit, meaning, all);
    }

    @Override
    public Traits traits() {
        return traits;
    }
}
