package chorus.cli.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a command that asks something of a run tells of its waiting, on a clock that is moved by hand. */
class NotesTest {
    private final AtomicLong clock = new AtomicLong(17);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(new PrintStream(told, true, UTF_8), new PrintStream(told, true, UTF_8), false);

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aReaderThatStandsStillForAMinuteIsTold() {
        try (var notes = new Notes(terminal, clock::get);
                var _ = notes.waits("reader of the log", () -> "the end of epoch 3")) {
            pass(61);
            await().until(() -> told.toString(UTF_8)
                    .contains("reader of the log: no progress for 61 s, waits for the end of epoch 3"));
        }
    }

    @Test
    void patienceIsForWhatDoesNotMove() {
        try (var notes = new Notes(terminal, clock::get);
                var wait = notes.waits("reader of the log", () -> "the end of epoch 3")) {
            pass(50);
            wait.moved();
            pass(20);
            assertThat(notes.still()).isEqualTo(Duration.ofSeconds(20));
            try (var _ = notes.waits("reader of the log", () -> "the end of epoch 4")) {
                assertThat(notes.still()).isZero();
            }
        }
    }
}
