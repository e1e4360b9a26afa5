package chorus.report.altruism;

import chorus.ratings.results.RoundRow;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Rounds as they come, on the terminal: a line a round and world, the twin's figures beside those of every other. */
public final class RoundTicker {
    private static final String HEAD = "%5s  %-" + 14 + "s %3s %3s  %8s %7s %9s  %10s %9s  %7s %6s  %6s  %5s";
    private static final int NAME = 14;

    private RoundTicker() {}

    public static String head() {
        return String.format(
                Locale.ROOT,
                HEAD,
                "round",
                "world",
                "k*",
                "twn",
                "minority",
                "÷ ideal",
                "twin's",
                "majority",
                "change",
                "members",
                "harmed",
                "pareto",
                "lag");
    }

    /** The lines of a round; that of the twin alone where there is no other world. */
    public static String lines(List<RoundRow> rows, OptionalLong lag) {
        var twin = rows.stream()
                .filter(row -> row.campaign().belief().isEmpty())
                .findFirst()
                .orElse(rows.getFirst());
        var others = rows.stream().filter(row -> !row.equals(twin)).toList();
        return String.join(
                "\n",
                (others.isEmpty() ? rows : others)
                        .stream().map(row -> line(row, twin, lag)).toList());
    }

    private static String line(RoundRow row, RoundRow twin, OptionalLong lag) {
        return String.format(
                Locale.ROOT,
                "%5d  %-" + NAME + "s %3d %3d  %8.3f %6.1f%% %9.3f  %10.3f %+9.3f  %7d %6d  %6s  %5s",
                row.round(),
                row.world().length() <= NAME ? row.world() : row.world().substring(0, NAME - 1) + "…",
                row.platform().kept(),
                twin.platform().kept(),
                row.welfare().minority(),
                100 * row.minorityShare(),
                row.twin().minority(),
                row.welfare().majority(),
                row.welfare().majority() - row.twin().majority(),
                row.campaign().members(),
                row.against().harmed().all(),
                pareto(row),
                lag.isPresent() ? Long.toString(lag.getAsLong()) : "");
    }

    private static String pareto(RoundRow row) {
        if (row.against().pareto()) {
            return "yes";
        }
        return row.against().paretoWithSlack() ? "nearly" : "no";
    }
}
