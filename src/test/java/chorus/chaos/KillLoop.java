package chorus.chaos;

import chorus.run.Scenario;
import chorus.run.UndisturbedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rounds until enough kills are made. All that happens in a round is drawn from the seed and the round's number; whole rounds are
 * kept, so that the same command goes on after the last of them.
 */
final class KillLoop {
    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final int IDLE_ROUNDS = 5;
    private static final List<String> COMMIT_INTERVALS = List.of("200ms", "1s", "20s");

    /**
     * What is asked for.
     *
     * @param kills in all
     * @param modes in turn, a round each
     * @param stuck without a generation for so long, a round hangs
     */
    record Wanted(long seed, int kills, List<Mode> modes, Duration stuck) {}

    private final Wanted wanted;
    private final Path directory;
    private final Log log;
    private final Ledger ledger;

    private KillLoop(Wanted wanted, Path directory) throws IOException {
        this.wanted = wanted;
        this.directory = directory;
        this.log = Log.in(directory);
        this.ledger = Ledger.in(directory);
    }

    /**
     * Runs it.
     *
     * @param root of the loops' directories
     */
    static void run(Wanted wanted, Path root) throws Exception {
        var directory = Folders.sameCode(root.resolve("seed-" + wanted.seed()));
        new KillLoop(wanted, directory).run();
    }

    private void run() throws Exception {
        log.say("seed %d, %d kills, %s; log, tables and evidence in %s"
                .formatted(wanted.seed(), wanted.kills(), wanted.modes(), directory));
        if (!ledger.rounds().isEmpty()) {
            log.say("%d kills in %d rounds are made already"
                    .formatted(kills(), ledger.rounds().size()));
        }
        try {
            var text = undisturbed();
            while (kills() < wanted.kills()) {
                round(text);
            }
        } catch (Failed failed) {
            var line = "FAILED, seed " + wanted.seed() + ", " + failed.getMessage();
            log.say(line);
            throw new AssertionError(line, failed);
        } finally {
            var table = new ClosingTable(ledger.rounds(), ledger.kills()).lines();
            Files.write(directory.resolve("table.md"), table);
            table.forEach(log::say);
        }
    }

    private int kills() {
        return ledger.kills().size();
    }

    /** The simulation's own seed goes with the loop's. */
    private Scenario scenario() {
        return Scenario.small()
                .with(
                        "randomSeed=" + (1 + Math.floorMod(wanted.seed(), 1000L)),
                        "simulate.playlists=800",
                        "stream.bufferedPairs=5000",
                        "stream.closeSlice=2ms");
    }

    /** What every round must come to: the text of the run in one process, which a run on a broker without kills has too. */
    private String undisturbed() throws Exception {
        var text = UndisturbedRun.evaluations(scenario().settings(), Folders.fresh(directory.resolve("one-process")));
        var plan = new Round.Plan(0, Mode.RUN, scenario(), List.of(), 0);
        var outcome = Round.run(plan, around("undisturbed", text));
        log.say("undisturbed: " + outcome.ended().seconds() + " s, equal to that of one process, difference 0");
        Folders.delete(directory.resolve("undisturbed"));
        return text;
    }

    private Round.Around around(String name, String text) throws IOException {
        return new Round.Around(Folders.fresh(directory.resolve(name)), text, wanted.stuck(), log::say);
    }

    private void round(String text) throws Exception {
        var number = ledger.rounds().size() + 1;
        var mode = wanted.modes().get((number - 1) % wanted.modes().size());
        var chance = new SplittableRandom(wanted.seed() * 1_000_003 + number);
        var count = Math.min(chance.nextInt(FEWEST, MOST + 1), wanted.kills() - kills());
        var plan = new Round.Plan(number, mode, scenario(mode, chance), Strike.draw(chance, mode, count), kills());
        log.say("round " + number + " (" + mode.told() + "), " + count + " kills");
        var name = "round-" + number;
        var outcome = Round.run(plan, around(name, text));
        ledger.add(outcome.ended(), outcome.kills());
        log.say("round %d: %d kills, %d s, evaluations equal, difference 0"
                .formatted(number, outcome.kills().size(), outcome.ended().seconds()));
        Folders.delete(directory.resolve(name));
        requireKills();
    }

    private Scenario scenario(Mode mode, SplittableRandom chance) {
        var paced = scenario()
                .with("stream.commitInterval=" + COMMIT_INTERVALS.get(chance.nextInt(COMMIT_INTERVALS.size())));
        return switch (mode) {
            case RUN -> paced;
            case PARTS -> paced.with("simulate.writers=2");
            case CLUSTER -> paced.with("simulate.writers=2", "kafka.replication=3");
        };
    }

    private void requireKills() throws Failed {
        var last = ledger.rounds().reversed().stream().limit(IDLE_ROUNDS).toList();
        if (last.size() == IDLE_ROUNDS && last.stream().allMatch(round -> round.kills() == 0)) {
            throw new Failed(IDLE_ROUNDS + " rounds came to their end before any kill");
        }
    }
}
