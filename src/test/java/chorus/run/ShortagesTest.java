package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chorus.broker.Cluster;
import chorus.embedded.Platform;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that have too little memory, too few open files, no room on their device, or a directory that another one works on. */
@Timeout(300)
class ShortagesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Scenario SCENARIO = Scenario.small().with("kafka.partitions=2");

    @TempDir
    Path directory;

    /** From a heap that ends the start to one that ends the work. */
    @ParameterizedTest
    @ValueSource(strings = {"20m", "32m"})
    void tooSmallAHeapIsOneLineThatSaysWhatToRaise(String heap) throws Exception {
        try (var run = start(List.of(), heap)) {
            assertThat(run.exitCode()).as(run::said).isEqualTo(1);
            // a little less than was given, which a part of the heap is never used for
            requireLine(run, "the heap of [123][0-9] MB is too small \\(.*\\): .*CHORUS_JAVA_OPTS=-Xmx[0-9]+m");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 500})
    void tooFewOpenFilesAreOneLineThatSaysWhatToRaise(int files) throws Exception {
        try (var run = start(List.of("sh", "-c", "ulimit -n " + files + "; exec \"$@\"", "sh"), "512m")) {
            assertThat(run.exitCode()).as(run::said).isEqualTo(1);
            requireLine(run, "too many open files: the system allows " + files + "; raise that \\(ulimit -n 4096\\)");
        }
    }

    @Test
    void aSecondProcessOnADirectoryIsRefusedAtOnceAndTheFirstGoesOn() throws Exception {
        try (var first = start(List.of(), "512m")) {
            await().atMost(PATIENCE).until(() -> first.said().contains("starting broker"));
            try (var second = ChildRun.start(directory.resolve("second"), command())) {
                assertThat(second.exitCode()).as(second::said).isEqualTo(1);
                assertThat(second.said()).startsWith("chorus: " + out() + " is in use: the run of process ");
                assertThat(second.said()).hasLineCount(1);
            }
            assertThat(generations()).as("the first had not even begun").isZero();
            assertThat(first.exitCode()).as(first::said).isZero();
        }
        requireUndisturbed();
    }

    @Test
    void aFullDeviceIsOneLineAndTheSameCommandGoesOnWhenThereIsRoom() throws Exception {
        Files.createDirectories(out());
        assumeTrue(mounted("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", out().toString()), "mount needs root");
        try {
            try (var run = start(List.of(), "512m")) {
                await().atMost(PATIENCE).until(() -> !run.isAlive() || generations() >= 2);
                fill();
                assertThat(run.exitCode()).as(run::said).isEqualTo(1);
                requireLine(run, "no space is left on the device of " + out() + " .*");
            }
            Files.delete(out().resolve("filler"));
            try (var run = start(List.of(), "512m")) {
                assertThat(run.exitCode()).as(run::said).isZero();
            }
            requireUndisturbed();
        } finally {
            mounted("umount", "-l", out().toString());
        }
    }

    /** Takes all the room that there is. */
    private void fill() throws IOException {
        try (var filler = new RandomAccessFile(out().resolve("filler").toFile(), "rw")) {
            var piece = new byte[1 << 16];
            assertThatThrownBy(() -> {
                        while (true) {
                            filler.write(piece);
                        }
                    })
                    .hasMessageContaining("No space left");
        }
    }

    private static boolean mounted(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** What is told begins with the program's name, and is told once. */
    private static void requireLine(ChildRun run, String line) {
        assertThat(run.said().lines().filter(said -> said.startsWith("chorus: ")))
                .as(run::said)
                .singleElement()
                .asString()
                .matches("chorus: " + line);
    }

    private Path out() {
        return directory.resolve("out");
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of("run", "--out", out().toString()));
        SCENARIO.sets().forEach(set -> command.addAll(List.of("--set", set)));
        return command;
    }

    private ChildRun start(List<String> before, String heap) throws IOException {
        return ChildRun.start(directory.resolve("said"), before, List.of("-Xmx" + heap), command());
    }

    private long generations() {
        return KeptRun.generations(out());
    }

    private void requireUndisturbed() throws InterruptedException {
        var settings = SCENARIO.settings();
        try (var platform = Platform.open(out().resolve("data"));
                var cluster = Cluster.connect(platform.bootstrap(), platform.registry(), "chorus-")) {
            UndisturbedRun.require(
                    settings,
                    out(),
                    cluster,
                    directory.resolve("undisturbed"),
                    settings.simulate().epochs() + 1);
        }
    }
}
