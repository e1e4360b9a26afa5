package chorus.topology;

import chorus.config.Settings;
import chorus.events.Simulation;
import chorus.fatal.Fatal;
import chorus.topology.commits.Rounds;
import chorus.topology.commits.StreamClients;
import chorus.topology.engine.BoundedRocksDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor;
import org.jspecify.annotations.Nullable;

/** One running instance of the topology. Partitions are shared among all instances with the same prefix. */
public final class StreamsApp implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(30);
    private static final int LONGEST_HEARTBEAT_MS = 2000;
    /** No more than can be added to a time of day in milliseconds. */
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(3650);

    private final KafkaStreams streams;
    private final OpenStores stores;
    private final CountDownLatch running = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    private StreamsApp(Topology topology, Properties properties, OpenStores stores, Onlooker onlooker) {
        this.stores = stores;
        streams = new KafkaStreams(topology, properties, new StreamClients());
        streams.setGlobalStateRestoreListener(new RestoreProgress(onlooker));
        streams.setStateListener((now, before) -> onState(now, onlooker));
        streams.setUncaughtExceptionHandler(e -> {
            fault.compareAndSet(null, e);
            Fatal.end(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /**
     * Starts an instance whose stores lie under {@code stateDirectory}.
     *
     * @param way to the brokers for all its clients, by Kafka's names: their address, TLS, SASL
     */
    public static StreamsApp start(
            Topology topology, Settings settings, Map<String, Object> way, Path stateDirectory, Onlooker onlooker) {
        return start(topology, applicationId(settings), settings, way, stateDirectory, onlooker);
    }

    /** The same of any topology; {@code application} names its group and its own topics. */
    public static StreamsApp start(
            Topology topology,
            String application,
            Settings settings,
            Map<String, Object> way,
            Path stateDirectory,
            Onlooker onlooker) {
        var properties = properties(settings, application, way, stateDirectory);
        var app = new StreamsApp(topology, properties, OpenStores.in(stateDirectory), onlooker);
        // the directory is locked from here on
        if (app.stores.leftOpen() && exactlyOnce(settings)) {
            app.streams.cleanUp();
        }
        app.stores.open();
        app.streams.start();
        return app;
    }

    public static String applicationId(Settings settings) {
        return Simulation.PLAYLISTS.application(settings.kafka().prefix());
    }

    private static boolean exactlyOnce(Settings settings) {
        return settings.stream().guarantee().startsWith("exactly_once");
    }

    private void onState(State now, Onlooker onlooker) {
        onlooker.becomes(now.name());
        if (now == State.RUNNING || now == State.ERROR || now == State.NOT_RUNNING) {
            running.countDown();
        }
    }

    /** Waits until the instance has its partitions and restored state, or has failed; false if the time is over. */
    public boolean awaitRunning(Duration longest) throws InterruptedException {
        return running.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** RUNNING, REBALANCING, ERROR, … */
    public String state() {
        return streams.state().name();
    }

    /** What ended the instance, if it failed. */
    public @Nullable Throwable fault() {
        return fault.get();
    }

    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** Memory of the stores of all instances in this process together. */
    public static BoundedRocksDb.Memory memory() {
        return BoundedRocksDb.memory();
    }

    /** Leaves the group, so that others take over at once and a restart need not wait for the end of this one's session. */
    @Override
    public void close() {
        var leaving = CloseOptions.timeout(CLOSE).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (streams.close(leaving) && fault.get() == null) {
            stores.close();
        }
    }

    private static Properties properties(
            Settings settings, String application, Map<String, Object> way, Path stateDirectory) {
        var stream = settings.stream();
        var instance = InstanceName.of(stateDirectory);
        var p = new Properties();
        p.putAll(way);
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        // else named by chance, and Kafka's series would be others after each restart
        p.put(StreamsConfig.CLIENT_ID_CONFIG, application + "-" + instance.substring(0, 8));
        p.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, stream.guarantee());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, stream.threads());
        p.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Rounds.fallback(stream.commitInterval(), stream.transactionTimeout())
                        .toMillis());
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, stream.cacheMemory());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.kafka().replication());
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        p.put(BoundedRocksDb.MEMORY, stream.rocksdbMemory());
        // deltas and edits are parts of one task, and none waits for the other
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // a new instance works at once; else it would first be warmed up for ten minutes beside those that it is to
        // relieve
        p.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        // brokers that are away are waited for, however long: a task that gave up would take the whole instance along
        p.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, LONGEST_OUTAGE.toMillis());
        if (stream.standbyReplicas() > 0) {
            p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, stream.standbyReplicas());
            // the other one, told not to warm up, would not look who has a copy
            p.put(StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG, StickyTaskAssignor.class.getName());
        }
        p.put(StreamsConfig.POLL_MS_CONFIG, 20);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), (int)
                stream.transactionTimeout().toMillis());
        p.put(StreamsConfig.producerPrefix("linger.ms"), 10);
        p.put(StreamsConfig.producerPrefix("batch.size"), 256 << 10);
        p.put(StreamsConfig.producerPrefix("buffer.memory"), 64L << 20);
        // what only we read hardly gets smaller; what others read has a codec of its topic
        p.put(StreamsConfig.producerPrefix("compression.type"), "none");
        p.put(StreamsConfig.producerPrefix("max.request.size"), Simulation.LARGEST_RECORD);
        p.put(StreamsConfig.topicPrefix("max.message.bytes"), Simulation.LARGEST_RECORD);
        p.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 4000);
        p.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), instance);
        var session = (int) stream.sessionTimeout().toMillis();
        p.put(StreamsConfig.consumerPrefix("session.timeout.ms"), session);
        p.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), Math.min(session / 5, LONGEST_HEARTBEAT_MS));
        return p;
    }
}
