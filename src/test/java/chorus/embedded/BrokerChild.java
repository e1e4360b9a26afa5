package chorus.embedded;

import java.nio.file.Path;

/**
 * A process with a broker, which tells clients another port than its own, and a registry: {@code DIRECTORY PORT TOLD REGISTRY} and
 * one more port. Says that it is ready and waits for the end of its input.
 */
public final class BrokerChild {
    private BrokerChild() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var registry = Registry.launch(
                directory.resolve("registry"), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        try (registry;
                var broker = TestBroker.behind(Integer.parseInt(arguments[2]), directory, port)) {
            registry.awaitReady();
            System.out.println("ready");
            System.in.read();
        }
    }
}
