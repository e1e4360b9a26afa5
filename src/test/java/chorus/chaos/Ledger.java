package chorus.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The whole rounds of a loop and their kills, kept in two files, so that a loop that was broken off goes on with the next round. */
final class Ledger {
    /**
     * A kill that was made.
     *
     * @param moment in words
     * @param generation how many generations there were
     * @param back milliseconds from the restart to the next generation; empty where another kill or the end came first
     */
    record Kill(int round, Victim victim, String moment, long generation, OptionalLong back) {
        private String line() {
            return String.join(
                    ",",
                    Integer.toString(round),
                    victim.name(),
                    moment,
                    Long.toString(generation),
                    back.isPresent() ? Long.toString(back.getAsLong()) : "");
        }

        private static Kill of(String line) {
            var cells = line.split(",", -1);
            return new Kill(
                    Integer.parseInt(cells[0]),
                    Victim.valueOf(cells[1]),
                    cells[2],
                    Long.parseLong(cells[3]),
                    cells[4].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[4])));
        }
    }

    /**
     * A round that came to a good end.
     *
     * @param repairs hanging transactions that were ended, by the embedded broker itself or by the doctor
     * @param revived how often a part had ended by itself and was started again
     * @param answers how often the doctor was held to the truth
     */
    record Ended(int number, Mode mode, int kills, int repairs, int revived, int answers, long seconds) {
        private String line() {
            return "%d,%s,%d,%d,%d,%d,%d".formatted(number, mode, kills, repairs, revived, answers, seconds);
        }

        private static Ended of(String line) {
            var cells = line.split(",", -1);
            return new Ended(
                    Integer.parseInt(cells[0]),
                    Mode.valueOf(cells[1]),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    Long.parseLong(cells[6]));
        }
    }

    private final Path rounds;
    private final Path kills;
    private final List<Ended> ended = new ArrayList<>();
    private final List<Kill> made = new ArrayList<>();

    private Ledger(Path directory) {
        rounds = directory.resolve("rounds.csv");
        kills = directory.resolve("kills.csv");
    }

    /** That of a directory, with what is in it already. */
    static Ledger in(Path directory) throws IOException {
        var ledger = new Ledger(directory);
        lines(ledger.rounds).map(Ended::of).forEach(ledger.ended::add);
        // kills of a round that is not in the other file are of one that was broken off between the two
        lines(ledger.kills)
                .map(Kill::of)
                .filter(kill -> kill.round() <= ledger.ended.size())
                .forEach(ledger.made::add);
        return ledger;
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, UTF_8).stream().skip(1) : Stream.of();
    }

    void add(Ended round, List<Kill> ofRound) throws IOException {
        made.addAll(ofRound);
        ended.add(round);
        write(
                kills,
                "round,victim,moment,generation,back_ms",
                made.stream().map(Kill::line).toList());
        write(
                rounds,
                "round,mode,kills,repairs,revived,answers,seconds",
                ended.stream().map(Ended::line).toList());
    }

    private static void write(Path file, String header, List<String> lines) throws IOException {
        var all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        Files.write(file, all, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    List<Ended> rounds() {
        return List.copyOf(ended);
    }

    List<Kill> kills() {
        return List.copyOf(made);
    }
}
