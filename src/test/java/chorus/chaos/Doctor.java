package chorus.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import chorus.chaos.killed.Part;
import chorus.run.Lag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code chorus doctor}, asked as a person would: what it says must be true, and what hangs it must be able to end. */
final class Doctor {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern HANGS =
            Pattern.compile("! hangs: transaction of producer .* hangs in (\\S+)-\\d+ since .*");
    private static final String REPAIRED = "its marker is written";

    private final Stage stage;
    private final Path directory;
    private int asked;

    /** @param directory where its words are kept */
    Doctor(Stage stage, Path directory) {
        this.stage = stage;
        this.directory = directory;
    }

    /** What it said. */
    record Word(int exitCode, List<String> lines) {
        boolean begins(String start) {
            return lines.stream().anyMatch(line -> line.startsWith(start));
        }

        long wrong() {
            return lines.stream().filter(line -> line.startsWith("! ")).count();
        }
    }

    /** Asks it; returns what was held to be true, in words. Empty while nobody knows yet where brokers and registry are. */
    Optional<String> truth() throws Exception {
        if (stage.ground().place().isEmpty()) {
            return Optional.empty();
        }
        var before = stage.ground().known();
        var word = ask(List.of());
        var known = before.and(stage.ground().known());
        var untrue = known.untrue(word);
        if (!untrue.isEmpty()) {
            throw new Failed(
                    "doctor is wrong: " + String.join("; ", untrue) + " (doctor-" + asked + ", known: " + known + ")");
        }
        return Optional.of("doctor tells the truth: " + known + "; " + word.wrong() + " wrong");
    }

    /** Ends the transactions that hang, where there are any, by its {@code --repair}; returns how many. */
    int repairs() throws Exception {
        var hanging = new ArrayList<String>();
        for (var line : ask(List.of()).lines()) {
            var hangs = HANGS.matcher(line);
            if (hangs.matches()) {
                hanging.add(hangs.group(1));
            }
        }
        if (hanging.isEmpty()) {
            return 0;
        }
        requireHeldBack(hanging);
        var repaired = (int) ask(List.of("--repair")).lines().stream()
                .filter(line -> line.endsWith(REPAIRED))
                .count();
        if (repaired == 0) {
            throw new Failed(
                    "transactions hang in " + hanging + ", and doctor --repair ends none (doctor-" + asked + ")");
        }
        return repaired;
    }

    private void requireHeldBack(List<String> topics) throws Exception {
        try (var lag = Lag.at(stage.ground().place().orElseThrow().bootstrap(), "")) {
            for (var topic : topics) {
                if (!topic.startsWith("__") && lag.uncommitted(topic) == 0) {
                    throw new Failed("doctor is wrong: nothing of " + topic + " is held back (doctor-" + asked + ")");
                }
            }
        }
    }

    /** Asks it, with these options. */
    Word ask(List<String> options) throws Exception {
        var command = new ArrayList<>(List.of("doctor"));
        command.addAll(options);
        command.addAll(stage.reach());
        return words(directory.resolve("doctor-" + ++asked), command, PATIENCE);
    }

    /** Runs a command to its end; returns what it said. */
    static Word words(Path said, List<String> command, Duration patience) throws Exception {
        var part = new Part(command.getFirst(), said, command);
        part.startAgain();
        try {
            if (!part.endsWithin(patience)) {
                throw new Failed(command.getFirst() + " does not end within " + patience.toSeconds() + " s");
            }
            return new Word(part.exitCode().orElseThrow(), lines(said));
        } finally {
            part.killWithAllBelow();
        }
    }

    private static List<String> lines(Path said) throws IOException {
        return Files.exists(said) ? Files.readAllLines(said, UTF_8) : List.of();
    }
}
