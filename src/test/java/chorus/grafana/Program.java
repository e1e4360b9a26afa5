package chorus.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program of this machine, and what it said. */
record Program(int exitCode, String said) {
    /** In continuous integration it is there, or the test fails. */
    static void isRequired(String name) {
        assumeTrue("true".equals(System.getenv("CI")) || isInstalled(name), name + " is not installed");
    }

    private static boolean isInstalled(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Runs it to its end. */
    static Program run(Path folder, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Program(process.waitFor(), said);
        } finally {
            process.destroy();
        }
    }

    void succeeds() {
        assertThat(exitCode).as(said).isZero();
    }
}
