package chorus.embedded;

import java.nio.file.Path;

/** The real registry alone, for tests that need no broker beside it. */
public final class TestRegistry {
    private TestRegistry() {}

    /** Returns when it serves, with BACKWARD for all subjects. */
    public static Registry start(Path directory) {
        var ports = Ports.choose(directory, 0, 0);
        var registry = Registry.launch(directory.resolve("registry"), ports.registry(), ports.management());
        try {
            return registry.awaitReady();
        } catch (RuntimeException failed) {
            registry.close();
            throw failed;
        }
    }
}
