package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.access.Access;
import chorus.broker.access.ClientConfig;
import chorus.config.KafkaSettings;
import chorus.config.Settings;
import chorus.embedded.Platform;
import chorus.embedded.transactions.Forgotten;
import chorus.embedded.transactions.TransactionKeeper;
import chorus.events.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Broker and registry of a run: those that the settings name, or embedded ones under the data directory. */
public final class Connection implements AutoCloseable {
    /** How often brokers of others are asked whether a transaction hangs. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final @Nullable Platform platform;
    private final @Nullable TransactionKeeper keeper;
    private final Cluster cluster;

    private Connection(@Nullable Platform platform, @Nullable TransactionKeeper keeper, Cluster cluster) {
        this.platform = platform;
        this.keeper = keeper;
        this.cluster = cluster;
    }

    /**
     * Starts or finds broker and registry and connects to both.
     *
     * @param config how brokers and registry that the settings name are reached
     * @param nanos elapsed time
     */
    public static Connection open(Settings settings, ClientConfig config, Path data, Watch watch, LongSupplier nanos) {
        return open(settings, Simulation.PLAYLISTS, config, data, watch, nanos);
    }

    /** The same for any simulation. */
    public static Connection open(
            Settings settings, Simulation simulation, ClientConfig config, Path data, Watch watch, LongSupplier nanos) {
        var kafka = settings.kafka();
        if (!kafka.embedded()) {
            return there(config.to(kafka.bootstrap(), kafka.registry()), kafka, simulation, watch, nanos);
        }
        if (!Platform.runs(data)) {
            watch.note("starting broker and schema registry under " + data);
        }
        var platform = Platform.open(data, new Told(watch), watch::note);
        try {
            watch.note("broker " + platform.bootstrap() + ", registry " + platform.registry()
                    + (platform.owner() ? "" : " (already running)"));
            var access = Access.plain(platform.bootstrap(), platform.registry());
            var cluster = Cluster.connect(access, kafka, simulation, watch, nanos);
            return new Connection(platform, null, cluster);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private static Connection there(
            Access access, KafkaSettings kafka, Simulation simulation, Watch watch, LongSupplier nanos) {
        watch.note("connecting to broker " + access.bootstrap() + " and registry " + access.registry());
        var cluster = Cluster.connect(access, kafka, simulation, watch, nanos);
        cluster.events().remark().ifPresent(watch::note);
        return new Connection(
                null, TransactionKeeper.telling(access.clients(), kafka.prefix(), LOOK, new Told(watch)), cluster);
    }

    /** The same, with every topic in place. */
    public static Connection openWithTopics(
            Settings settings, Simulation simulation, ClientConfig config, Path data, Watch watch, LongSupplier nanos) {
        var connection = open(settings, simulation, config, data, watch, nanos);
        try {
            Topics.ensure(connection.cluster, settings.kafka());
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Shows what happens to transactions. */
    private record Told(Watch watch) implements TransactionKeeper.Listener {
        @Override
        public void hangs(Forgotten transaction) {
            watch.transaction(transaction.told(), false);
        }

        @Override
        public void repaired(Forgotten transaction) {
            watch.transaction(transaction.told(), true);
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        try (cluster) {
            if (keeper != null) {
                keeper.close();
            }
        } finally {
            if (platform != null) {
                platform.close();
            }
        }
    }
}
