package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.embedded.Platform;
import chorus.run.ChildRun;
import chorus.run.KeptRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from the SIGKILL of one of two instances until a generation comes that needed its partitions, with and without a
 * standby, in turn; in the profile chaos alone. It tells, and judges only that runs go on.
 */
@Tag("chaos")
class TakeOverTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int repeats = (int) Asked.number("chorus.takeover.repeats", 5, 1);
    private final int playlists = (int) Asked.number("chorus.takeover.playlists", 10_000, 100);
    /** Seconds after which brokers give up what a killed instance had under way. */
    private final int transaction = (int) Asked.number("chorus.takeover.transaction", 60, 5);

    @Test
    void anInstanceThatIsKilledIsTakenOver() throws Exception {
        var directory = Folders.fresh(Path.of("target", "chaos", "takeover"));
        var log = Log.in(directory);
        var seconds = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        for (var repeat = 0; repeat < repeats; repeat++) {
            for (var standbys = 0; standbys < 2; standbys++) {
                var took = takenOver(directory.resolve(repeat + "-" + standbys), standbys);
                seconds.get(standbys).add(took);
                log.say("%d playlists, standbyReplicas %d: %.1f s".formatted(playlists, standbys, took));
            }
        }
        for (var standbys = 0; standbys < 2; standbys++) {
            var sorted = seconds.get(standbys).stream().sorted().toList();
            log.say("standbyReplicas %d: median %.1f s of %s"
                    .formatted(standbys, sorted.get(sorted.size() / 2), sorted));
        }
    }

    private double takenOver(Path directory, int standbys) throws Exception {
        try (var platform = Platform.open(directory.resolve("data"))) {
            var parts = new ArrayList<ChildRun>();
            try {
                var train = start(directory, "train", "train", platform, standbys, parts);
                start(directory, "stream-1", "stream", platform, standbys, parts);
                var second = start(directory, "stream-2", "stream", platform, standbys, parts);
                start(directory, "simulate", "simulate", platform, standbys, parts);
                await().atMost(PATIENCE).until(() -> generations(directory, train) >= 3);
                var before = KeptRun.generations(directory.resolve("train"));
                var killed = System.nanoTime();
                second.kill();
                // the one after next: the next one may have been made of rows that were there
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> generations(directory, train) >= before + 2);
                return (System.nanoTime() - killed) / 1e9;
            } finally {
                parts.forEach(ChildRun::close);
            }
        } finally {
            Folders.delete(directory);
        }
    }

    private static long generations(Path directory, ChildRun train) {
        assertThat(train.isAlive()).as(train::said).isTrue();
        return KeptRun.generations(directory.resolve("train"));
    }

    private ChildRun start(
            Path directory, String name, String command, Platform platform, int standbys, List<ChildRun> parts)
            throws IOException {
        var line = new ArrayList<>(List.of(
                command,
                "--out",
                directory.resolve(name).toString(),
                "--bootstrap",
                platform.bootstrap(),
                "--registry",
                platform.registry()));
        Stream.of(
                        "simulate.playlists=" + playlists,
                        "simulate.epochs=60",
                        "simulate.changePerEpoch=0.02",
                        "campaigns=[]",
                        "kafka.partitions=4",
                        "stream.threads=1",
                        "stream.standbyReplicas=" + standbys,
                        "stream.transactionTimeout=" + transaction + "s",
                        "serve.port=0")
                .forEach(set -> line.addAll(List.of("--set", set)));
        var run = ChildRun.start(directory.resolve(name + ".said"), line);
        parts.add(run);
        return run;
    }
}
