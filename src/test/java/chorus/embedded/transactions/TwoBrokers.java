package chorus.embedded.transactions;

import static org.awaitility.Awaitility.await;

import chorus.embedded.BrokerProcess;
import chorus.embedded.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;

/**
 * Two brokers in processes of their own; the first one is the controller, the second one may be killed and started again. Each has a
 * listener where everybody may do everything, and one that asks who one is and goes by ACLs.
 */
public final class TwoBrokers implements AutoCloseable {
    public static final int FIRST = 1;
    public static final int SECOND = 2;

    /** Whom the guarded listeners let in; may do what ACLs say. */
    static final String USER = "mender";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Integer> ports = FreePorts.take(5);
    private final Map<Integer, BrokerProcess> processes = new HashMap<>();

    private TwoBrokers() {}

    public static TwoBrokers start(Path directory) throws Exception {
        var brokers = new TwoBrokers();
        try {
            for (var node : List.of(FIRST, SECOND)) {
                brokers.processes.put(node, BrokerProcess.in(directory, node, brokers.settings(node)));
                brokers.start(node);
            }
            brokers.awaitNodes();
            return brokers;
        } catch (Exception failed) {
            brokers.close();
            throw failed;
        }
    }

    private Map<String, String> settings(int node) {
        var controller = "127.0.0.1:" + ports.get(2);
        var listener = "PLAINTEXT://127.0.0.1:" + ports.get(node - 1) + ",GUARDED://127.0.0.1:" + ports.get(node + 2);
        return Map.ofEntries(
                Map.entry("process.roles", node == FIRST ? "broker,controller" : "broker"),
                Map.entry("controller.quorum.voters", FIRST + "@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", node == FIRST ? listener + ",CONTROLLER://" + controller : listener),
                Map.entry(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,GUARDED:SASL_PLAINTEXT"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                Map.entry(
                        "listener.name.guarded.plain.sasl.jaas.config", LOGIN + " user_" + USER + "=\"" + USER + "\";"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("offsets.topic.num.partitions", "2"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));
    }

    /** Starts a node, the first time or again. */
    public void start(int node) throws IOException {
        process(node).start();
    }

    /** Ends a node by SIGKILL. */
    public void kill(int node) throws InterruptedException {
        process(node).kill();
        process(node).awaitEnd();
    }

    private BrokerProcess process(int node) {
        return Objects.requireNonNull(processes.get(node));
    }

    private void awaitNodes() {
        try (var admin = Admin.create(client())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster().nodes().get().size() == 2);
        }
    }

    /** How a client reaches them. */
    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrap());
    }

    /** The same for {@link #USER}. */
    Map<String, Object> guarded() {
        var login = LOGIN + " username=\"" + USER + "\" password=\"" + USER + "\";";
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + ports.get(FIRST + 2),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login);
    }

    /** The first one's address, which is there all the time. */
    public String bootstrap() {
        return "127.0.0.1:" + ports.getFirst();
    }

    @Override
    public void close() throws InterruptedException {
        for (var node : processes.keySet()) {
            kill(node);
        }
    }
}
