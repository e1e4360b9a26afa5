package chorus.report.altruism;

import static chorus.report.Table.count;
import static chorus.report.Table.number;
import static chorus.report.Table.text;

import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundRow;
import chorus.report.Table;
import chorus.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The columns of {@code rounds.csv}. */
public final class RoundTable {
    public static final Table<RoundRow> ROUNDS = new Table<>("rounds.csv", columns());

    private RoundTable() {}

    private static List<Column<RoundRow>> columns() {
        var columns = new ArrayList<Column<RoundRow>>();
        columns.addAll(first());
        columns.addAll(more());
        for (var j = 0; j < PlatformView.SHOWN; j++) {
            var index = j;
            columns.add(always(
                    "sigma_" + (j + 1),
                    "σ_" + (j + 1) + ", a singular value of the completed ratings before truncation",
                    row -> row.platform().singular().get(index)));
        }
        return columns;
    }

    private static List<Column<RoundRow>> first() {
        return List.of(
                count("round", "from 0 on", row -> (long) row.round()),
                text("world", "its name", RoundRow::world),
                always(
                        "observed",
                        "share of all pairs of user and item of which the platform was told something, at the round's end",
                        row -> row.platform().observed()),
                count("k", "k*, directions that the platform kept", row ->
                        (long) row.platform().kept()),
                count("members", "users who took part", row ->
                        (long) row.campaign().members()),
                always("welfare", "SW = Σ r*_{u,top(u)} over all users", row -> row.welfare()
                        .all()),
                always("majority", "the same over the majority", row -> row.welfare()
                        .majority()),
                always("minority", "the same over the minority, W_min", row -> row.welfare()
                        .minority()),
                always("minority_ideal", "W_min ÷ Σ max_i r*_ui over the minority", RoundRow::minorityShare),
                always(
                        "minority_served",
                        "share of the minority whose pick is an item of the minority's",
                        row -> row.welfare().served()),
                always(
                        "minority_right",
                        "share of the minority whose pick is worth as much to them as their best",
                        row -> row.welfare().minorityRight()),
                count(
                        "harmed",
                        "users whose pick is worth more than 0.05 less to them than the twin's in the same round",
                        row -> (long) row.against().harmed().all()),
                always("loss", "Σ max(0, worth of the twin's pick − worth of this) over all users", row -> row.against()
                        .loss()));
    }

    private static List<Column<RoundRow>> more() {
        return List.of(
                always(
                        "majority_change",
                        "majority − the twin's",
                        row -> row.welfare().majority() - row.twin().majority()),
                always(
                        "minority_change",
                        "minority − the twin's",
                        row -> row.welfare().minority() - row.twin().minority()),
                always("right", "share of all users whose pick is worth as much as their best", row -> row.welfare()
                        .right()),
                count("harmed_members", "of the harmed, those who took part", row ->
                        (long) row.against().harmed().members()),
                count("harmed_majority", "of the harmed, others of the majority", row ->
                        (long) row.against().harmed().majority()),
                count("harmed_minority", "of the harmed, the minority", row ->
                        (long) row.against().harmed().minority()),
                count("losing", "users whose pick is worth more than 10⁻⁹ less than the twin's", row ->
                        (long) row.against().losing()),
                count(
                        "pareto",
                        "1 where nobody is losing and somebody gains",
                        row -> row.against().pareto() ? 1L : 0),
                count(
                        "pareto_slack",
                        "1 where nobody is harmed and somebody gains more than 0.05",
                        row -> row.against().paretoWithSlack() ? 1L : 0),
                count("ratings", "ratings that members gave so far, taken back or not", row -> row.campaign()
                        .ratings()),
                always("cost", "cost of taking part × members", row -> row.campaign()
                        .cost()),
                number("belief", "that it helps, with which members decided in the round", row -> row.campaign()
                        .belief()),
                number(
                        "eta",
                        "η, what a member says of a promoted item; empty where no value works",
                        row -> row.campaign().eta()),
                number(
                        "eta_low",
                        "η from which on one more direction is kept, by the closed form for all pairs observed; empty where none is enough",
                        row -> row.campaign().low()),
                number("eta_high", "the least that a member's own best is worth to her", row -> row.campaign()
                        .high()),
                always("promised", "Σ r̂_{u,top(u)}, what the platform expects of its picks", row -> row.platform()
                        .promised()),
                always("residual", "√Σ(r̃ − r̂)² over the pairs that it was told of", row -> row.platform()
                        .residual()),
                count("pairs", "pairs of which the platform was told something", row -> row.platform()
                        .pairs()),
                always("tolerance", "a: directions of singular values above it are kept", row -> row.platform()
                        .tolerance()));
    }

    private static Column<RoundRow> always(String name, String meaning, ToDoubleFunction<RoundRow> figure) {
        return number(name, meaning, row -> OptionalDouble.of(figure.applyAsDouble(row)));
    }
}
