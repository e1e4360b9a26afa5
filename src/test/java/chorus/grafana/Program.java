package chorus.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of this machine, and what it said. */
record Program(int exitCode, String said) {
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
