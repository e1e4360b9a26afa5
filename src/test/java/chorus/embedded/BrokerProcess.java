package chorus.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A Kafka broker in a process of its own that may be killed and started again; what it prints is kept beside its records. */
public final class BrokerProcess {
    private static final String CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ";

    private final int node;
    private final Path settings;
    private final Path log;
    private @Nullable Process process;

    private BrokerProcess(int node, Path settings, Path log) {
        this.node = node;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Formats {@code <directory>/node-<node>}; starts nothing.
     *
     * @param settings by Kafka's names, without those that the node's number and directory give
     */
    public static BrokerProcess in(Path directory, int node, Map<String, String> settings) throws Exception {
        var name = "node-" + node;
        var records = directory.resolve(name).toString();
        var all = new Properties();
        all.putAll(settings);
        all.putAll(Map.of("node.id", Integer.toString(node), "log.dirs", records));
        var file = directory.resolve(name + ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(node)
                .setClusterId(CLUSTER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setDirectories(List.of(records))
                .setMetadataLogDirectory(records)
                .setControllerListenerName("CONTROLLER")
                .run();
        return new BrokerProcess(node, file, directory.resolve(name + ".log"));
    }

    /** Starts it, the first time or again; does not wait until it serves. */
    public void start() throws IOException {
        var line = ChildJvm.command(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), "kafka.Kafka");
        line.add(settings.toString());
        process = NoOrphans.watch(new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    public int node() {
        return node;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** −1 where it was never started. */
    public long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Sends SIGKILL; {@link #awaitEnd} waits for its effect. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    public void awaitEnd() throws InterruptedException {
        if (process != null) {
            process.waitFor();
        }
    }
}
