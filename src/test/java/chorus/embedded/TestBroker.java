package chorus.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** The embedded broker alone, for tests that need no registry beside it. */
public final class TestBroker {
    private TestBroker() {}

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
