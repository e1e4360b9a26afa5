package chorus.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded broker alone, for tests that need no registry beside it. */
public final class TestBroker {
    private TestBroker() {}

    /**
     * One that tells clients another port than its own, and gives up transactions as soon as their time is over. What it has to say
     * to itself goes by a port of its own.
     *
     * @param told the port to tell
     */
    public static Broker behind(int told, Path directory, int port) throws IOException {
        var inner = FreePorts.one();
        var settings = Broker.settings(directory.resolve("broker"), port, FreePorts.one());
        settings.merge("listeners", ",INNER://127.0.0.1:" + inner, String::concat);
        settings.merge("listener.security.protocol.map", ",INNER:PLAINTEXT", String::concat);
        settings.put("inter.broker.listener.name", "INNER");
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + told + ",INNER://127.0.0.1:" + inner);
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
        return Broker.start(directory.resolve("broker"), port, settings);
    }

    public static Broker start(Path directory) throws IOException {
        return Broker.start(directory.resolve("broker"), FreePorts.one(), FreePorts.one());
    }
}
