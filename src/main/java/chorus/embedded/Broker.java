package chorus.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this process: one node that is its own controller (KRaft), with the production classes. Started again on
 * its directory it is the same cluster with the same records, however the process ended.
 */
public final class Broker implements AutoCloseable {
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String bootstrap;

    private Broker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts it and returns when it serves clients. */
    static Broker start(Path directory, int port, int controllerPort) {
        return start(directory, port, settings(directory, port, controllerPort));
    }

    static Broker start(Path directory, int port, Map<String, String> settings) {
        BrokerEnded.announced();
        try {
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(directory);
            } else if (LastLife.endedByForce(directory)) {
                LastLife.fence(settings);
            }
            var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            return new Broker(server, "127.0.0.1:" + port);
        } catch (Exception e) {
            throw new PlatformFailure("the embedded broker did not start under " + directory, e);
        }
    }

    /** Formats aside and moves: a directory that is half formatted when the process dies is never taken for a whole one. */
    private static void format(Path directory) throws Exception {
        var fresh = directory.resolveSibling(directory.getFileName() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(clusterId(directory))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(fresh.toString()))
                .setMetadataLogDirectory(fresh.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
        Files.move(fresh, directory);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var all = Files.walk(directory)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    /** Named after the directory's path: no chance is needed. */
    private static String clusterId(Path directory) {
        var name = UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8));
        return new Uuid(name.getMostSignificantBits(), name.getLeastSignificantBits()).toString();
    }

    /** What differs from Kafka's defaults: loopback only, one replica of everything, sized for a laptop, nothing forgotten. */
    static Map<String, String> settings(Path directory, int port, int controllerPort) {
        var settings = new TreeMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("metric.reporters", "");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        // a run that is taken up again after weeks finds its offsets
        settings.put("offsets.retention.minutes", "5256000");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // nobody could take over, so a machine that is busy for a while costs no leader; a killed life is fenced at the
        // start
        settings.put("broker.session.timeout.ms", "30000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        settings.put("group.initial.rebalance.delay.ms", "100");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        return settings;
    }

    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
