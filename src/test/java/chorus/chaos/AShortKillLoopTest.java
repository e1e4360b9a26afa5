package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.chaos.Strike.Asks;
import chorus.run.Scenario;
import chorus.run.UndisturbedRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One round of the kill loop for every build: the parts of a run as processes of their own. */
@Timeout(480)
class AShortKillLoopTest {
    private static final Duration STUCK = Duration.ofSeconds(150);

    @Test
    void aWriterAnInstanceAndTheTrainerWithItsBrokerAreKilledAndTheRunEndsAsIfNothingHadHappened() throws Exception {
        var scenario = Scenario.small()
                .with(
                        "simulate.playlists=400",
                        "simulate.writers=2",
                        "kafka.partitions=2",
                        "stream.commitInterval=20s",
                        "stream.bufferedPairs=5000",
                        "stream.closeSlice=2ms");
        var strikes = List.of(
                new Strike(Victim.WRITER, Moment.FILLING, 0, 0, Asks.NOT, 0.7),
                new Strike(Victim.STREAM, Moment.COUNTING, 0, 0, Asks.NOT, 0.2),
                new Strike(Victim.TRAINER, Moment.CLOSING, 0, 0, Asks.NOT, 0));
        var directory = Folders.fresh(Path.of("target", "chaos", "short"));
        var text = UndisturbedRun.evaluations(scenario.settings(), directory.resolve("one-process"));
        var outcome = Round.run(
                new Round.Plan(1, Mode.PARTS, scenario, strikes, 0),
                new Round.Around(directory, text, STUCK, System.out::println));
        assertThat(outcome.kills())
                .extracting(Ledger.Kill::victim)
                .containsExactly(Victim.WRITER, Victim.STREAM, Victim.TRAINER);
        Folders.delete(directory);
    }
}
