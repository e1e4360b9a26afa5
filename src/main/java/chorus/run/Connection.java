package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.embedded.Platform;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Broker and registry of a run: those that the settings name, or embedded ones under the data directory. */
public final class Connection implements AutoCloseable {
    private final @Nullable Platform platform;
    private final Cluster cluster;

    private Connection(@Nullable Platform platform, Cluster cluster) {
        this.platform = platform;
        this.cluster = cluster;
    }

    /** Starts or finds broker and registry and connects to both. */
    public static Connection open(Settings settings, Path data, Watch watch) {
        var kafka = settings.kafka();
        if (!kafka.embedded()) {
            watch.note("connecting to broker " + kafka.bootstrap() + " and registry " + kafka.registry());
            return new Connection(null, Cluster.connect(kafka.bootstrap(), kafka.registry(), kafka.prefix()));
        }
        if (!Platform.runs(data)) {
            watch.note("starting broker and schema registry under " + data);
        }
        var platform = Platform.open(data);
        try {
            watch.note("broker " + platform.bootstrap() + ", registry " + platform.registry()
                    + (platform.owner() ? "" : " (already running)"));
            return new Connection(platform, Cluster.connect(platform.bootstrap(), platform.registry(), kafka.prefix()));
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** The same, with every topic in place. */
    public static Connection openWithTopics(Settings settings, Path data, Watch watch) {
        var connection = open(settings, data, watch);
        try {
            Topics.ensure(connection.cluster, settings.kafka());
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } finally {
            if (platform != null) {
                platform.close();
            }
        }
    }
}
