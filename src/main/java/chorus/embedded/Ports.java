package chorus.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The loopback ports of a data directory: those asked for, else those of the last start, else free ones. */
record Ports(int broker, int controller, int registry, int management) {
    /** Below the range that systems hand out for outgoing connections, so that nobody is given a remembered port. */
    private static final int LOWEST = 20_000;

    private static final int COUNT = 12_000;

    /**
     * Chooses ports and remembers them in {@code <data>/ports}.
     *
     * @param broker port of the broker, 0 for any free one
     * @param registry port of the registry, 0 for any free one
     */
    static Ports choose(Path data, int broker, int registry) {
        for (var asked : List.of(broker, registry)) {
            if (asked != 0 && !free(asked)) {
                throw new PlatformFailure("port " + asked + " on 127.0.0.1 is taken");
            }
        }
        var file = data.resolve("ports");
        var last = Keys.read(file);
        var taken = new HashSet<>(List.of(broker, registry));
        var first = LOWEST + Math.floorMod(data.toString().hashCode(), COUNT);
        var ports = new Ports(
                choice(broker, "broker", last, first, taken),
                choice(0, "controller", last, first, taken),
                choice(registry, "registry", last, first, taken),
                choice(0, "management", last, first, taken));
        Keys.write(
                file,
                Map.of(
                        "broker", ports.broker,
                        "controller", ports.controller,
                        "registry", ports.registry,
                        "management", ports.management));
        return ports;
    }

    private static int choice(int asked, String name, Properties last, int first, Set<Integer> taken) {
        if (asked != 0) {
            return asked;
        }
        var remembered = Integer.parseInt(last.getProperty(name, "0"));
        if (remembered != 0 && free(remembered) && taken.add(remembered)) {
            return remembered;
        }
        for (var step = 0; step < COUNT; step++) {
            var port = LOWEST + (first - LOWEST + step) % COUNT;
            if (!taken.contains(port) && free(port)) {
                taken.add(port);
                return port;
            }
        }
        throw new PlatformFailure("no port on 127.0.0.1 is free");
    }

    /** Whether nobody listens on it on 127.0.0.1. */
    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
