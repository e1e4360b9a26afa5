package chorus.chaos.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import chorus.run.ChorusCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command of chorus as a process that may be started again; all that its lives print is kept in one file. */
public final class Part implements Killable {
    private final String name;
    private final Path said;
    private final List<String> command;
    private @Nullable Process process;

    /** @param said the file that all it prints is appended to */
    public Part(String name, Path said, List<String> command) {
        this.name = name;
        this.said = said;
        this.command = command;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void startAgain() throws IOException {
        process = ChorusCommand.start(said, List.of(), command);
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has come to an end that is none of a fault's. */
    public boolean isDone() {
        return exitCode().equals(OptionalInt.of(0));
    }

    /** Empty while it runs, and before its first start. */
    public OptionalInt exitCode() {
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    public OptionalLong pid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    @Override
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Kills what it has started as well. */
    public void killWithAllBelow() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Asks it to end in order, by SIGTERM. */
    public void tellToEnd() {
        if (process != null) {
            process.destroy();
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        if (process != null) {
            process.waitFor();
        }
    }

    /** Whether it has ended within that time; never started counts as ended. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process == null || process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    public Path said() {
        return said;
    }

    /** The last line that it printed, cut to what a terminal shows. */
    public String lastLine() {
        try (Stream<String> lines = Files.lines(said, UTF_8)) {
            var last = lines.filter(line -> !line.isBlank()).reduce("", (earlier, later) -> later);
            return last.substring(0, Math.min(300, last.length()));
        } catch (IOException | UncheckedIOException unreadable) {
            return unreadable.toString();
        }
    }
}
