package chorus.chaos.killed;

import static org.awaitility.Awaitility.await;

import chorus.embedded.BrokerProcess;
import chorus.embedded.FreePorts;
import chorus.embedded.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** Three brokers, each a process and a controller too, every record on all of them; and a registry, a process as well. */
public final class ThreeBrokers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PATIENCE_MS = 5000;

    private final List<Integer> ports = FreePorts.take(2 * COUNT);
    private final List<Broker> brokers = new ArrayList<>();
    private final OwnRegistry registry;

    private ThreeBrokers(Path directory) {
        registry = new OwnRegistry(TestRegistry.in(directory.resolve("registry")), directory.resolve("registry"));
    }

    /** One of the brokers. */
    public record Broker(BrokerProcess process, String address) implements Killable {
        public int node() {
            return process.node();
        }

        @Override
        public String name() {
            return "broker " + process.node();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            process.awaitEnd();
        }

        @Override
        public void startAgain() throws IOException {
            process.start();
        }
    }

    private record OwnRegistry(TestRegistry server, Path directory) implements Killable {
        @Override
        public String name() {
            return "registry";
        }

        @Override
        public boolean isAlive() {
            return TestRegistry.server(directory).isPresent();
        }

        @Override
        public void kill() {
            TestRegistry.server(directory).ifPresent(ProcessHandle::destroyForcibly);
        }

        @Override
        public void awaitEnd() {
            TestRegistry.server(directory).ifPresent(process -> process.onExit().join());
        }

        @Override
        public void startAgain() {
            server.start();
        }
    }

    /**
     * Starts them and waits until all three serve.
     *
     * @param directory absolute, fresh
     */
    public static ThreeBrokers start(Path directory) throws Exception {
        var three = new ThreeBrokers(directory);
        try {
            for (var node = 1; node <= COUNT; node++) {
                var process = BrokerProcess.in(directory, node, three.settings(node));
                three.brokers.add(new Broker(process, three.address(node)));
                process.start();
            }
            three.registry.startAgain();
            three.awaitAll();
            return three;
        } catch (Exception | AssertionError failed) {
            three.close();
            throw failed;
        }
    }

    private String address(int node) {
        return "127.0.0.1:" + ports.get(node - 1);
    }

    private String controller(int node) {
        return "127.0.0.1:" + ports.get(COUNT + node - 1);
    }

    private Map<String, String> settings(int node) {
        var voters = IntStream.rangeClosed(1, COUNT)
                .mapToObj(each -> each + "@" + controller(each))
                .collect(Collectors.joining(","));
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.quorum.voters", voters),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://" + address(node) + ",CONTROLLER://" + controller(node)),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "3"),
                Map.entry("min.insync.replicas", "2"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "3"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "3"),
                Map.entry("transaction.state.log.min.isr", "2"),
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("group.initial.rebalance.delay.ms", "100"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));
    }

    /** All three addresses. */
    public String bootstrap() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    public String registryUrl() {
        return registry.server().url();
    }

    public List<Broker> brokers() {
        return List.copyOf(brokers);
    }

    public Killable registry() {
        return registry;
    }

    /** Waits until all three serve. */
    public void awaitAll() {
        await().atMost(PATIENCE).until(() -> serving().size() == COUNT);
    }

    /** The numbers of those that the controller believes to serve; nobody where none answers. */
    public Set<Integer> serving() throws InterruptedException {
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap(),
                "default.api.timeout.ms", PATIENCE_MS,
                "request.timeout.ms", PATIENCE_MS))) {
            return admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
        } catch (ExecutionException silent) {
            return Set.of();
        }
    }

    @Override
    public void close() throws InterruptedException {
        brokers.forEach(Broker::kill);
        for (var broker : brokers) {
            broker.awaitEnd();
        }
        registry.server().close();
    }
}
