package chorus.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import chorus.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run to its end, with kills on the way. */
final class Round {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TO_END = Duration.ofMinutes(1);
    private static final Duration TO_VERIFY = Duration.ofMinutes(5);
    /** Brokers of others are asked for hanging transactions after so long without a generation. */
    private static final Duration TO_ASK = Duration.ofSeconds(45);

    /**
     * What it is.
     *
     * @param strikes its kills, in order; those that do not come before the run's end are not made
     * @param before kills that were made before it
     */
    record Plan(int number, Mode mode, Scenario scenario, List<Strike> strikes, int before) {}

    /**
     * Where it is.
     *
     * @param directory absolute, fresh
     * @param wanted the text that evaluations.csv has to come to
     * @param stuck without a generation for so long, it hangs
     */
    record Around(Path directory, String wanted, Duration stuck, Consumer<String> say) {}

    private final Plan plan;
    private final Around around;
    private final Stage stage;
    private final Doctor doctor;
    private final Revival revival;
    private final Progress progress = new Progress();
    private final Deque<Strike> ahead;
    private final List<Ledger.Kill> kills = new ArrayList<>();
    private @Nullable Aim aim;
    private int repairs;
    private int answers;
    private boolean asked;

    private Round(Plan plan, Around around, Stage stage) {
        this.plan = plan;
        this.around = around;
        this.stage = stage;
        this.doctor = new Doctor(stage, around.directory());
        this.revival = new Revival(stage, around.say());
        this.ahead = new ArrayDeque<>(plan.strikes());
    }

    /** A good end. */
    record Outcome(Ledger.Ended ended, List<Ledger.Kill> kills) {}

    /** @throws Failed in one line that names the kill and where the evidence is */
    static Outcome run(Plan plan, Around around) throws Exception {
        var began = System.nanoTime();
        var settings = plan.scenario().sets();
        try (var stage = Stage.start(plan.mode(), around.directory(), settings)) {
            var round = new Round(plan, around, stage);
            try {
                round.untilTheEnd();
                stage.end(TO_END);
                round.judge();
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception | AssertionError fault) {
                throw round.told(fault);
            } finally {
                round.noAim();
            }
            return round.outcome(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        }
    }

    private void untilTheEnd() throws Exception {
        while (!stage.head().isDone()) {
            if (stage.head().endsWithin(LOOK)) {
                // it is started again a little later
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
            revival.look();
            seeProgress();
            var moment = moment();
            if (moment.isPresent()) {
                strike(moment.get());
            }
        }
        seeProgress();
    }

    private void seeProgress() throws Exception {
        var back = progress.see(stage.generations());
        if (back.isPresent()) {
            asked = false;
            var last = kills.removeLast();
            kills.add(new Ledger.Kill(last.round(), last.victim(), last.moment(), last.generation(), back));
            around.say().accept("  the next generation is there after " + back.getAsLong() / 1000.0 + " s");
        }
        var standing = progress.standing();
        if (standing.compareTo(around.stuck()) > 0) {
            throw new Failed("hangs: no generation for " + standing.toSeconds() + " s");
        }
        if (plan.mode() == Mode.CLUSTER && !asked && standing.compareTo(TO_ASK) > 0) {
            asked = true;
            repair();
        }
    }

    private void repair() throws Exception {
        var repaired = doctor.repairs();
        if (repaired > 0) {
            around.say().accept("  doctor --repair has ended " + repaired + " hanging transactions");
            repairs += repaired;
            progress.mended();
        }
    }

    /** The moment of the next kill, in words, once it has come. */
    private Optional<String> moment() throws InterruptedException {
        if (aim == null && !ahead.isEmpty()) {
            aim = new Aim(ahead.removeFirst(), stage, prefix());
        }
        return aim == null ? Optional.empty() : aim.come();
    }

    private String prefix() {
        return plan.scenario().settings().kafka().prefix();
    }

    private void strike(String moment) throws Exception {
        var strike = Objects.requireNonNull(aim).strike();
        noAim();
        var generations = stage.generations();
        var struck = stage.strike(strike.victim(), strike.pick());
        kills.add(new Ledger.Kill(plan.number(), struck.victim(), moment, generations, OptionalLong.empty()));
        var line = "%s, %s, generations %d".formatted(struck.told(), moment, generations);
        around.say().accept("kill " + lastKill() + ": " + line);
        // what dies stays dead for a while: the time itself is wanted here
        TimeUnit.MILLISECONDS.sleep(strike.down());
        if (strike.asks() == Strike.Asks.WHILE_DOWN) {
            ask();
        }
        stage.startAgain(struck);
        if (strike.asks() == Strike.Asks.ONCE_UP) {
            stage.ground().awaitServing();
            ask();
        }
        progress.restarts();
        asked = false;
    }

    private int lastKill() {
        return plan.before() + kills.size();
    }

    private void ask() throws Exception {
        var truth = doctor.truth();
        if (truth.isPresent()) {
            around.say().accept("  " + truth.get());
            answers++;
        }
    }

    private void judge() throws Exception {
        if (plan.mode() == Mode.CLUSTER) {
            stage.ground().awaitServing();
            repair();
        }
        var got = Files.readString(stage.out().resolve("evaluations.csv"), UTF_8);
        if (!got.equals(around.wanted())) {
            Files.writeString(around.directory().resolve("wanted.csv"), around.wanted(), UTF_8);
            throw new Failed("evaluations.csv differs from that of an undisturbed run, wanted.csv");
        }
        var command = new ArrayList<>(List.of("verify"));
        command.addAll(stage.reachAfterwards());
        var verified = Doctor.words(around.directory().resolve("verify.said"), command, TO_VERIFY);
        if (verified.exitCode() != 0 || !verified.begins("difference: 0")) {
            throw new Failed("verify ends with " + verified.exitCode() + ": " + String.join("; ", verified.lines()));
        }
    }

    private Failed told(Throwable fault) throws InterruptedException {
        var folder = around.directory().resolve("evidence");
        try {
            new Evidence(stage, prefix() + "stream", folder).gather(doctor);
        } catch (IOException unwritten) {
            fault.addSuppressed(unwritten);
        }
        var last = kills.isEmpty()
                ? "before any kill of it"
                : "after kill " + lastKill() + " (" + kills.getLast().victim() + ", "
                        + kills.getLast().moment() + ")";
        var failed = new Failed("round " + plan.number() + " (" + plan.mode().told() + "), " + last + ": "
                + (fault instanceof Failed ? fault.getMessage() : fault.toString()) + "; evidence in " + folder);
        failed.initCause(fault);
        return failed;
    }

    private void noAim() {
        if (aim != null) {
            aim.close();
            aim = null;
        }
    }

    private Outcome outcome(long seconds) throws Exception {
        var byItself = plan.mode() == Mode.CLUSTER
                ? 0
                : Files.readAllLines(stage.head().said(), UTF_8).stream()
                        .filter(line -> line.endsWith("; repaired"))
                        .count();
        var ended = new Ledger.Ended(
                plan.number(), plan.mode(), kills.size(), repairs + (int) byItself, revival.count(), answers, seconds);
        return new Outcome(ended, List.copyOf(kills));
    }
}
