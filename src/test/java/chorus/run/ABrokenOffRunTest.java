package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.broker.Cluster;
import chorus.embedded.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes of their own that do not come to their end, and the same command after that. */
@Timeout(480)
class ABrokenOffRunTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DELTAS = "stream-deltas-repartition";
    private static final String JOURNAL = "stream-journal-changelog";

    /** Nothing is committed but by closing epochs, and buffers overflow early: a transaction holds much when it is broken off. */
    private static final Scenario SCENARIO = Scenario.small()
            .with(
                    "simulate.playlists=400",
                    "kafka.partitions=2",
                    "stream.commitInterval=20s",
                    "stream.bufferedPairs=5000",
                    "stream.closeSlice=2ms");

    @TempDir
    Path directory;

    @Test
    void killedInTheMiddleOfEpochsGoesOnAsIfNothingHadHappened() throws Exception {
        var children = new ArrayList<ProcessHandle>();
        // playlists are being filled: edits are applied, nothing of it is committed
        children.addAll(killedWhen(lag -> lag.uncommitted(DELTAS) > 5 && lag.unread("playlist-edits") > 1000));
        // the fill is being counted: changes have been sorted into runs again and again, and gather anew
        children.addAll(killedWhen(lag -> lag.uncommitted(JOURNAL) > 10 && lag.unread(DELTAS) > 5));
        // an epoch after the fill is closing: some of its rows are written, its mark is not committed
        children.addAll(killedWhen(lag -> generations() >= 3 && lag.uncommitted("neighbours") > 10));
        try (var run = start()) {
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        requireGone(children);
        requireUndisturbed();
    }

    @Test
    void interruptedEndsInOrderAndGoesOnLater() throws Exception {
        try (var run = start()) {
            await().atMost(PATIENCE).until(() -> !run.isAlive() || generations() >= 2);
            run.interrupt();
            assertThat(run.exitCode()).as(run::said).isEqualTo(130);
            assertThat(run.said()).contains("stopping").doesNotContain("unforeseen");
            requireGone(run.children());
            assertThat(generations()).isLessThan(6);
        }
        assertThat(directory.resolve("out/data/endpoints")).doesNotExist();
        try (var run = start()) {
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        requireUndisturbed();
    }

    /** A process that has ended may be seen a little longer, until somebody takes note of it. */
    private static void requireGone(List<ProcessHandle> children) {
        assertThat(children).isNotEmpty();
        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts the run, or goes on with it, and kills it at the moment; returns the processes that it had. */
    private List<ProcessHandle> killedWhen(Lag.Moment moment) throws Exception {
        try (var run = start();
                var lag = Lag.of(run, data(), "chorus-")) {
            lag.until(run, moment);
            run.kill();
            return run.children();
        }
    }

    private ChildRun start() throws IOException {
        var command =
                new ArrayList<>(List.of("run", "--out", directory.resolve("out").toString()));
        SCENARIO.sets().forEach(set -> command.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve("said"), command);
    }

    private Path data() {
        return directory.resolve("out/data");
    }

    /** Generations in the run's files so far. */
    private long generations() {
        return KeptRun.generations(directory.resolve("out"));
    }

    private void requireUndisturbed() throws InterruptedException {
        try (var platform = Platform.open(data());
                var cluster = Cluster.connect(platform.bootstrap(), platform.registry(), "chorus-")) {
            assertThat(platform.owner()).isTrue();
            UndisturbedRun.require(
                    SCENARIO.settings(), directory.resolve("out"), cluster, directory.resolve("undisturbed"), 6);
        }
    }
}
