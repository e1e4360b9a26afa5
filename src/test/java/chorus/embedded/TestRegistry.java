package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schema registry alone, for tests with brokers of their own; it may be killed and started again with the same schemas. */
public final class TestRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path directory;
    private final List<Integer> ports = FreePorts.take(2);
    private @Nullable Registry running;

    private TestRegistry(Path directory) {
        this.directory = directory;
    }

    /** @param directory absolute, where its schemas are kept */
    public static TestRegistry in(Path directory) {
        return new TestRegistry(directory);
    }

    /** One in a folder of {@code directory}, which serves already. */
    public static TestRegistry start(Path directory) {
        var registry = in(directory.resolve("registry"));
        registry.start();
        return registry;
    }

    /** Starts it, the first time or again; returns when it serves. */
    public void start() {
        close();
        var launched = Registry.launch(directory, ports.getFirst(), ports.getLast());
        running = launched;
        launched.awaitReady();
    }

    public String url() {
        return "http://127.0.0.1:" + ports.getFirst() + "/apis/ccompat/v7";
    }

    /** The server's own process on a registry's directory, an embedded one or not; empty where none runs. */
    public static Optional<ProcessHandle> server(Path directory) {
        try {
            var noted = Files.readString(directory.resolve("pid"), UTF_8).strip();
            return noted.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(noted)).filter(process -> Stream.of(
                                    process.info().arguments().orElse(new String[0]))
                            .anyMatch(argument -> argument.contains(directory.toString())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Whether a registry answers at its address. */
    public static boolean answers(String url) throws InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/subjects")).timeout(PATIENCE);
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
