package chorus.bench.large;

import chorus.bench.contender.Site;
import chorus.bench.ground.Ground;
import chorus.bench.ground.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A {@code chorus stream} process, started by the launcher as its users do, and what is seen of it from outside. */
final class StreamProcess implements Workplace.Ending {
    private static final Pattern ADDRESS = Pattern.compile("metrics on (http://\\S+)/metrics");
    private static final long LOOK_NANOS = 20_000_000;
    private static final long STOP_SECONDS = 90;

    private final Process process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private StreamProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * What all of them have in common.
     *
     * @param javaOptions instead of the launcher's own; empty: those
     * @param overrides of the product's settings
     */
    record Setup(Path launcher, Optional<String> javaOptions, Ground ground, Workplace place, List<String> overrides) {
        Setup {
            overrides = List.copyOf(overrides);
        }

        /** Starts one on the stores that an earlier one of the same prefix has left, if there was one. */
        StreamProcess start(String prefix) throws IOException {
            var directory = place.directory();
            var out = Files.createDirectories(directory.resolve(prefix + "stream"));
            var command = new ArrayList<>(List.of(launcher.toString(), "stream", "--out", out.toString()));
            command.addAll(List.of("--bootstrap", ground.bootstrap(), "--registry", ground.registry()));
            command.addAll(List.of("--set", "serve.port=0"));
            Site.sets(prefix, overrides).forEach(set -> command.addAll(List.of("--set", set)));
            var log = Files.createTempFile(directory, prefix, ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().remove("CHORUS_JAVA_OPTS");
            javaOptions.ifPresent(options -> builder.environment().put("CHORUS_JAVA_OPTS", options));
            return place.held(new StreamProcess(builder.start(), log));
        }
    }

    long pid() {
        return process.pid();
    }

    /** Processor time that it has used so far. */
    double processorSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** Throws what it said last if it has ended. */
    void check() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the stream process ended with " + process.exitValue() + ":\n" + said());
        }
    }

    /** Returns when it is RUNNING, by its own word. */
    void awaitReady() throws InterruptedException {
        while (!ready()) {
            check();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean ready() throws InterruptedException {
        var address = ADDRESS.matcher(said());
        if (!address.find()) {
            return false;
        }
        var request =
                HttpRequest.newBuilder(URI.create(address.group(1) + "/ready")).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String said() {
        try (var lines = Files.lines(log)) {
            return lines.limit(60).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end as Ctrl-C does, and waits for that. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the stream process did not end within " + STOP_SECONDS + " s");
        }
    }

    /** Ends it without notice. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
