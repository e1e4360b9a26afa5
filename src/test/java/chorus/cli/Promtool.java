package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import java.io.IOException;

/** Prometheus' own tool, which judges a page of metrics. */
public final class Promtool {
    private Promtool() {}

    /** Fails where it finds a fault with what is ours on a page. */
    public static void accepts(String page) throws IOException, InterruptedException {
        Needed.programs("promtool");
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
}
