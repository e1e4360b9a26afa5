package chorus.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file {@code <data>/endpoints}: where the broker and the registry of a data directory answer, and whose they are. */
record Endpoints(String bootstrap, String registry) {
    /** How often a starting owner is asked, each a tenth of a second after the other. */
    static final int ATTEMPTS = 600;

    private static final int PATIENCE_MS = 2000;

    static Endpoints publish(Path data, String bootstrap, String registry) {
        var pid = ProcessHandle.current().pid();
        Keys.write(data.resolve("endpoints"), Map.of("bootstrap", bootstrap, "registry", registry, "pid", pid));
        return new Endpoints(bootstrap, registry);
    }

    /** Those of the file, if both answer. */
    static Optional<Endpoints> answering(Path data) {
        var keys = Keys.read(data.resolve("endpoints"));
        var endpoints = new Endpoints(keys.getProperty("bootstrap", ""), keys.getProperty("registry", ""));
        return Optional.of(endpoints).filter(Endpoints::answers);
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve("endpoints"));
        } catch (IOException e) {
            throw new PlatformFailure("data directory " + data, e);
        }
    }

    private boolean answers() {
        if (bootstrap.isEmpty() || registry.isEmpty()) {
            return false;
        }
        var colon = bootstrap.lastIndexOf(':');
        var address =
                new InetSocketAddress(bootstrap.substring(0, colon), Integer.parseInt(bootstrap.substring(colon + 1)));
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MS);
            return Http.ok(registry + "/subjects");
        } catch (IOException e) {
            return false;
        }
    }
}
