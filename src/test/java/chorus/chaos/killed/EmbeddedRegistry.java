package chorus.chaos.killed;

import chorus.embedded.TestRegistry;
import java.nio.file.Path;

/**
 * The registry's server that a run has as its child. A person can kill it, but not start it: that is for the run, or for the next
 * life of the run.
 *
 * @param data the run's data directory, absolute
 */
public record EmbeddedRegistry(Path data) implements Killable {
    @Override
    public String name() {
        return "registry";
    }

    @Override
    public boolean isAlive() {
        return TestRegistry.server(directory()).isPresent();
    }

    @Override
    public void kill() {
        TestRegistry.server(directory()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void awaitEnd() {
        TestRegistry.server(directory()).ifPresent(server -> server.onExit().join());
    }

    @Override
    public void startAgain() {}

    private Path directory() {
        return data.resolve("registry");
    }
}
