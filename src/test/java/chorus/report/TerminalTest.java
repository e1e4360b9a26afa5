package chorus.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void elsewhereThanOnATerminalProgressIsALineAtEachQuarter() {
        var terminal = terminal(false);
        for (int done = 0; done <= 100; done++) {
            terminal.progress("fill", done, 100);
        }
        terminal.result("done");
        assertThat(progress.toString(UTF_8)).isEqualTo("fill 25 %\nfill 50 %\nfill 75 %\nfill 100 %\n");
        assertThat(results.toString(UTF_8)).isEqualTo("done\n");
    }

    @Test
    void onATerminalTheBarIsRedrawnBelowTheResults() {
        var terminal = terminal(true);
        terminal.progress("fill", 1, 2);
        terminal.result("line");
        terminal.progressEnds();
        var bar = "fill" + " ".repeat(19) + "━".repeat(15) + "─".repeat(15) + "  50 %";
        assertThat(progress.toString(UTF_8)).isEqualTo(bar + "\r\u001b[K" + bar + "\r\u001b[K");
        assertThat(results.toString(UTF_8)).isEqualTo("line\n");
    }

    private Terminal terminal(boolean live) {
        return new Terminal(new PrintStream(results, true, UTF_8), new PrintStream(progress, true, UTF_8), live);
    }
}
