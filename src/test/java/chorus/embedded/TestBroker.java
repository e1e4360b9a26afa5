package chorus.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        var inner = freePort();
        var settings = Broker.settings(directory.resolve("broker"), port, freePort());
        settings.merge("listeners", ",INNER://127.0.0.1:" + inner, String::concat);
        settings.merge("listener.security.protocol.map", ",INNER:PLAINTEXT", String::concat);
        settings.put("inter.broker.listener.name", "INNER");
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + told + ",INNER://127.0.0.1:" + inner);
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
        return Broker.start(directory.resolve("broker"), port, settings);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    public static Broker start(Path directory) throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = one.getLocalPort();
            var controllerPort = other.getLocalPort();
            one.close();
            other.close();
            return Broker.start(directory.resolve("broker"), port, controllerPort);
        }
    }
}
