package chorus.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far a run in another process is beyond what it has committed, seen from its broker. */
final class Lag implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Admin admin;
    private final String prefix;

    private Lag(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /** Waits for the broker of a data directory that {@code run} starts. */
    static Lag of(ChildRun run, Path data, String prefix) {
        var endpoints = data.resolve("endpoints");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> !run.isAlive() || Files.exists(endpoints));
        try (var in = Files.newBufferedReader(endpoints)) {
            var keys = new Properties();
            keys.load(in);
            return new Lag(Admin.create(Map.of("bootstrap.servers", keys.getProperty("bootstrap"))), prefix);
        } catch (IOException e) {
            throw new AssertionError(run.said(), e);
        }
    }

    /** Records that the topology has written to a topic in transactions that are still open, these included that wait behind them. */
    long uncommitted(String topic) throws InterruptedException {
        return written(topic) - end(topic, IsolationLevel.READ_COMMITTED);
    }

    /** Records of a topic, those of open transactions included. */
    long written(String topic) throws InterruptedException {
        return end(topic, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Records of a topic that the topology has not committed as read. */
    long unread(String topic) throws InterruptedException {
        try {
            var read = admin.listConsumerGroupOffsets(prefix + "stream")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var committed = read.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(prefix + topic))
                    .mapToLong(entry -> entry.getValue() == null ? 0 : entry.getValue().offset())
                    .sum();
            return end(topic, IsolationLevel.READ_COMMITTED) - committed;
        } catch (ExecutionException e) {
            return 0;
        }
    }

    private long end(String topic, IsolationLevel level) throws InterruptedException {
        try {
            var name = prefix + topic;
            var partitions = admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .partitions();
            var latest = partitions.stream()
                    .collect(Collectors.toMap(p -> new TopicPartition(name, p.partition()), p -> OffsetSpec.latest()));
            return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().values().stream()
                    .mapToLong(result -> result.offset())
                    .sum();
        } catch (ExecutionException notYet) {
            return 0;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
