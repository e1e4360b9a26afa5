package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Prometheus' own tool, which judges a page of metrics. */
public final class Promtool {
    private Promtool() {}

    public static void accepts(String page) throws IOException, InterruptedException {
        var promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = promtool.getOutputStream()) {
            in.write(page.getBytes(UTF_8));
        }
        var said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        // 3: well-formed, but with advice on names; Kafka's own names are not ours to mend
        assertThat(promtool.waitFor()).as(said).isIn(0, 3);
        assertThat(said.lines().filter(line -> line.startsWith("chorus_"))).isEmpty();
    }

    public static boolean installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}
