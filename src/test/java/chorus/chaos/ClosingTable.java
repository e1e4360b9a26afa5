package chorus.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** What a loop came to, as two tables in Markdown: by victim, and by how the runs were laid out. */
record ClosingTable(List<Ledger.Ended> rounds, List<Ledger.Kill> kills) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("| victim | kills | restart to the next generation: median s | most s |");
        lines.add("|---|---|---|---|");
        for (var victim : Victim.values()) {
            var ofVictim =
                    kills.stream().filter(kill -> kill.victim() == victim).toList();
            if (!ofVictim.isEmpty()) {
                lines.add(row(victim.name().toLowerCase(Locale.ROOT), ofVictim));
            }
        }
        lines.add(row("all", kills));
        lines.add("");
        lines.add("| laid out as | rounds to the end, evaluations byte-equal, `verify` 0 | kills | repairs | parts that"
                + " ended by themselves | doctor asked, and true |");
        lines.add("|---|---|---|---|---|---|");
        for (var mode : Mode.values()) {
            var ofMode = rounds.stream().filter(round -> round.mode() == mode).toList();
            if (!ofMode.isEmpty()) {
                lines.add(row(mode.told(), ofMode, ofMode.size()));
            }
        }
        lines.add(row("all", rounds, rounds.size()));
        return lines;
    }

    private static String row(String name, List<Ledger.Kill> kills) {
        var back = kills.stream()
                .flatMapToLong(kill -> kill.back().stream())
                .sorted()
                .toArray();
        return "| %s | %d | %s | %s |"
                .formatted(
                        name,
                        kills.size(),
                        back.length == 0 ? "–" : seconds(median(back)),
                        back.length == 0 ? "–" : seconds((double) back[back.length - 1]));
    }

    /** The middle one, of two the mean. */
    private static double median(long[] sorted) {
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    private static String seconds(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds / 1000);
    }

    private static String row(String name, List<Ledger.Ended> rounds, int count) {
        return "| %s | %d | %d | %d | %d | %d |"
                .formatted(
                        name,
                        count,
                        sum(rounds, Ledger.Ended::kills),
                        sum(rounds, Ledger.Ended::repairs),
                        sum(rounds, Ledger.Ended::revived),
                        sum(rounds, Ledger.Ended::answers));
    }

    private static int sum(List<Ledger.Ended> rounds, ToIntFunction<Ledger.Ended> what) {
        return rounds.stream().mapToInt(what).sum();
    }
}
