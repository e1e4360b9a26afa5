package chorus.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A command of chorus as a process of its own, and what it prints. */
public final class ChildRun implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 240;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Process process;
    private final Path output;
    private final List<ProcessHandle> children = new ArrayList<>();

    private ChildRun(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param output the file that all it prints is appended to */
    public static ChildRun start(Path output, List<String> command) throws IOException {
        return start(output, List.of(), List.of(), command);
    }

    /**
     * The same in a surrounding of its own.
     *
     * @param before words that go before the virtual machine's
     * @param options of the virtual machine, over those for a short small run
     */
    static ChildRun start(Path output, List<String> before, List<String> options, List<String> command)
            throws IOException {
        var process = ChorusCommand.start(output, before, options, command);
        return new ChildRun(process, output);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(this::said)
                .isTrue();
        return process.exitValue();
    }

    /** Ends it by SIGKILL. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(children::add);
        process.destroyForcibly().waitFor();
    }

    /** As the terminal's Ctrl-C does. */
    public void interrupt() throws IOException, InterruptedException {
        process.descendants().forEach(children::add);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Stops it in its tracks, as SIGSTOP does; or lets it go on. */
    void freeze(boolean frozen) throws IOException, InterruptedException {
        var signal = frozen ? "-STOP" : "-CONT";
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** The processes that were its children when it was killed or interrupted. */
    List<ProcessHandle> children() {
        return children;
    }

    public String said() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Waits until something is so while it lives; where it waits in vain, what the command has said is told. */
    void until(Callable<Boolean> what) {
        until(LOOK, what);
    }

    /** The same, looking so often. */
    void until(Duration look, Callable<Boolean> what) {
        try {
            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .pollInterval(look)
                    .until(() -> {
                        assertThat(isAlive()).as(this::said).isTrue();
                        return what.call();
                    });
        } catch (ConditionTimeoutException inVain) {
            throw new AssertionError("waited in vain, and it said:\n" + said(), inVain);
        }
    }

    /** Whether it has said so many times that {@code who} does not answer. */
    boolean stands(String who, int times) {
        return said().split("\n" + who + ": no progress for 1[0-9] s, waits for an answer from ", -1).length > times;
    }

    /** Whether it has said so many times that {@code who} is back. */
    boolean isBack(String who, int times) {
        return said().split("\n" + who + ": goes on after ", -1).length > times;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
