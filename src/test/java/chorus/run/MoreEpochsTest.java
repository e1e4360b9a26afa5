package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finished run that is given more epochs, in processes of its own. */
class MoreEpochsTest extends OnAPlatform {
    private static final List<String> FILES = List.of("evaluations.csv", "generations.csv");
    private static final Scenario SCENARIO =
            Scenario.small().with("worlds=each", "simulate.writers=2", "kafka.partitions=2");

    @Test
    void comesToTheFiguresOfOneThatHadSoManyFromTheStart() throws Exception {
        requireDone(2);
        requireDone(3);
        // broken off in the middle of what it was given, it goes on as any other
        try (var run = start(6)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !run.isAlive() || read("generations.csv").contains("\n4,"));
            run.interrupt();
            assertThat(run.exitCode()).as(run::said).isIn(0, 130);
        }
        requireDone(6);
        try (var fewer = start(5)) {
            assertThat(fewer.exitCode()).isEqualTo(2);
            assertThat(fewer.said()).contains("simulate.epochs = 6 there, 5 here");
        }
    }

    /** Runs up to an epoch, and compares its files with those of so many epochs in one process. */
    private static void requireDone(int epochs) throws Exception {
        try (var run = start(epochs)) {
            assertThat(run.exitCode()).as(run::said).isZero();
        }
        var settings = scenario(epochs).settings();
        var out = directory.resolve("experiment-" + epochs);
        var kept = new KeptRun(out, settings);
        Experiment.run(settings, generation -> kept.keep(generation.row(), generation.evaluations()));
        for (var file : FILES) {
            assertThat(read(file)).as(file).isEqualTo(Files.readString(out.resolve(file)));
        }
    }

    private static Scenario scenario(int epochs) {
        return here("more", SCENARIO.with("simulate.epochs=" + epochs));
    }

    private static ChildRun start(int epochs) throws IOException {
        var command = new ArrayList<>(List.of("run", "--out", run().toString()));
        scenario(epochs).sets().forEach(set -> command.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve("said"), command);
    }

    private static Path run() {
        return directory.resolve("more");
    }

    private static String read(String file) throws IOException {
        return Files.readString(run().resolve(file));
    }
}
