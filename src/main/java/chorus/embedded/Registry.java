package chorus.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A schema registry as a child process: Apicurio, which speaks Confluent's API, its schemas in a file. The child ends with this
 * process however that ends: a shell beside it waits for the end of a pipe that only this process holds open.
 */
public final class Registry implements AutoCloseable {
    /** For the child's keeper to end it, beyond what the child has. */
    private static final long SECONDS_MORE = 9;

    private final Process keeper;
    private final Path directory;
    private final String url;

    private Registry(Process keeper, Path directory, String url) {
        this.keeper = keeper;
        this.directory = directory;
        this.url = url;
    }

    /**
     * Starts the child, after ending one that an earlier process left; {@link #awaitReady} says when it serves. What it prints
     * goes to {@code <directory>/log}.
     */
    static Registry launch(Path directory, int port, int managementPort) {
        try {
            Files.createDirectories(directory);
            RegistryProcess.endLeftOver(directory);
            var keeper = new ProcessBuilder(RegistryProcess.command(directory, port, managementPort))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            return new Registry(keeper, directory, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        } catch (IOException e) {
            throw new PlatformFailure("the embedded schema registry did not start", e);
        }
    }

    /** Returns when it serves, with BACKWARD as the compatibility of subjects that name none. */
    Registry awaitReady() {
        var what = "the embedded schema registry; see " + directory.resolve("log");
        try {
            Http.awaitOk(url + "/subjects", keeper, what);
            Http.awaitPut(url + "/config", "{\"compatibility\":\"BACKWARD\"}", keeper, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted");
        }
        return this;
    }

    /** The base of Confluent's API. */
    public String url() {
        return url;
    }

    /** Tells the child to end, without waiting for it. */
    void release() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException e) {
            keeper.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() {
        release();
        try {
            if (keeper.waitFor(RegistryProcess.secondsToEnd() + SECONDS_MORE, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.descendants().forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly();
    }
}
