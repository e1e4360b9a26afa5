package chorus.embedded.transactions;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Two brokers in processes of their own; the first one is the controller, the second one may be killed and started again. */
final class TwoBrokers implements AutoCloseable {
    static final int FIRST = 1;
    static final int SECOND = 2;

    private static final String CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory;
    private final List<Integer> ports;
    private final Map<Integer, Process> processes = new HashMap<>();

    private TwoBrokers(Path directory, List<Integer> ports) {
        this.directory = directory;
        this.ports = ports;
    }

    static TwoBrokers start(Path directory) throws Exception {
        var brokers = new TwoBrokers(directory, freePorts());
        try {
            for (var node : List.of(FIRST, SECOND)) {
                brokers.format(node);
                brokers.start(node);
            }
            brokers.awaitNodes();
            return brokers;
        } catch (Exception failed) {
            brokers.close();
            throw failed;
        }
    }

    private static List<Integer> freePorts() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (var n = 0; n < 3; n++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private void format(int node) throws Exception {
        var settings = new Properties();
        settings.putAll(settings(node));
        try (var out = Files.newBufferedWriter(directory.resolve("node-" + node + ".properties"))) {
            settings.store(out, null);
        }
        var data = directory.resolve("node-" + node).toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(node)
                .setClusterId(CLUSTER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(data))
                .setMetadataLogDirectory(data)
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private Map<String, String> settings(int node) {
        var controller = "127.0.0.1:" + ports.get(2);
        var listener = "PLAINTEXT://127.0.0.1:" + ports.get(node - 1);
        return Map.ofEntries(
                Map.entry("process.roles", node == FIRST ? "broker,controller" : "broker"),
                Map.entry("node.id", Integer.toString(node)),
                Map.entry("controller.quorum.voters", FIRST + "@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", node == FIRST ? listener + ",CONTROLLER://" + controller : listener),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("node-" + node).toString()),
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
    void start(int node) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        directory.resolve("node-" + node + ".properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("node-" + node + ".log").toFile()))
                .start();
        processes.put(node, process);
    }

    /** Ends a node by SIGKILL. */
    void kill(int node) throws InterruptedException {
        var running = processes.remove(node);
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
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

    /** The first one's address, which is there all the time. */
    String bootstrap() {
        return "127.0.0.1:" + ports.getFirst();
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : processes.values()) {
            process.destroyForcibly().waitFor();
        }
    }
}
