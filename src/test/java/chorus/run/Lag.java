package chorus.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far a run in another process is beyond what it has committed, seen from its broker. */
public final class Lag implements AutoCloseable {
    /** Short beside what one waits for: a transaction may be open for some milliseconds. */
    private static final Duration LOOK = Duration.ofMillis(1);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PATIENCE_MS = 5000;

    private final Admin admin;
    private final String prefix;
    private final Map<String, Integer> partitions = new HashMap<>();

    private Lag(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /** Waits for the broker of a data directory that {@code run} starts. */
    static Lag of(ChildRun run, Path data, String prefix) {
        var endpoints = data.resolve("endpoints");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !run.isAlive() || Files.exists(endpoints));
        try (var in = Files.newBufferedReader(endpoints)) {
            var keys = new Properties();
            keys.load(in);
            return at(keys.getProperty("bootstrap"), prefix);
        } catch (IOException e) {
            throw new AssertionError(run.said(), e);
        }
    }

    /** As brokers at an address tell it; nothing is behind where none answers. */
    public static Lag at(String bootstrap, String prefix) {
        return new Lag(
                Admin.create(Map.of(
                        "bootstrap.servers", bootstrap,
                        "default.api.timeout.ms", PATIENCE_MS,
                        "request.timeout.ms", PATIENCE_MS)),
                prefix);
    }

    /** What is to be so of a run, and may be over soon. */
    @FunctionalInterface
    interface Moment {
        boolean has(Lag lag) throws InterruptedException;
    }

    /** Waits for the moment while the run lives. */
    void until(ChildRun run, Moment moment) {
        run.until(LOOK, () -> moment.has(this));
    }

    /** Records that the topology has written to a topic in transactions that are still open, these included that wait behind them. */
    public long uncommitted(String topic) throws InterruptedException {
        return written(topic) - end(topic, IsolationLevel.READ_COMMITTED);
    }

    /** Records of a topic, those of open transactions included. */
    public long written(String topic) throws InterruptedException {
        return end(topic, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Records of a topic that the topology has not committed as read. */
    public long unread(String topic) throws InterruptedException {
        try {
            var read = admin.listConsumerGroupOffsets(prefix + "stream")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var committed = read.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(prefix + topic))
                    .mapToLong(entry ->
                            entry.getValue() == null ? 0 : entry.getValue().offset())
                    .sum();
            return end(topic, IsolationLevel.READ_COMMITTED) - committed;
        } catch (ExecutionException e) {
            return 0;
        }
    }

    private long end(String topic, IsolationLevel level) throws InterruptedException {
        try {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (var partition = 0; partition < partitions(prefix + topic); partition++) {
                latest.put(new TopicPartition(prefix + topic, partition), OffsetSpec.latest());
            }
            return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().values().stream()
                    .mapToLong(result -> result.offset())
                    .sum();
        } catch (ExecutionException notYet) {
            return 0;
        }
    }

    private int partitions(String topic) throws ExecutionException, InterruptedException {
        var known = partitions.get(topic);
        if (known == null) {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            known = described.values().iterator().next().partitions().size();
            partitions.put(topic, known);
        }
        return known;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
