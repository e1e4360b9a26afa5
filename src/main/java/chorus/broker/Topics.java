package chorus.broker;

import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;
import chorus.config.KafkaSettings;
import chorus.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics as streaming needs them: creates what is missing, checks what is there, deletes nothing. */
public final class Topics {
    /**
     * How long a superseded row stays readable at least. A reader that is not further behind than this sees, up to a mark,
     * exactly the rows of that epoch.
     */
    private static final long COMPACTION_LAG_MS = 3_600_000;

    /** Every client reads it without a library of its own: kafkajs, for one, has neither lz4 nor zstd. */
    private static final Map<String, String> CODEC =
            Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip", TopicConfig.COMPRESSION_GZIP_LEVEL_CONFIG, "1");

    private static final int LOOKS = 100;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;
    private final KafkaSettings settings;

    private Topics(Cluster cluster, KafkaSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /**
     * Creates the missing topics.
     *
     * @throws BrokerFault.TopicMismatch where one is there with another number of partitions
     */
    public static void ensure(Cluster cluster, KafkaSettings settings) {
        var topics = new Topics(cluster, settings);
        var wanted = topics.wanted();
        topics.create(topics.missing(wanted));
        for (var topic : wanted) {
            topics.check(topic);
        }
    }

    private List<NewTopic> wanted() {
        return Topic.ALL.stream().map(this::wanted).toList();
    }

    private NewTopic wanted(Topic<?> topic) {
        var config = new HashMap<>(
                switch (topic.kept()) {
                    case FOREVER -> log();
                    case NEWEST -> newest();
                    case NEWEST_OF_EACH_CUT -> rows();
                });
        config.putAll(CODEC);
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, settings.replication() - 1)));
        var partitions = topic.isParted() ? settings.partitions() : 1;
        return new NewTopic(topic.under(settings.prefix()), partitions, settings.replication()).configs(config);
    }

    private static Map<String, String> newest() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static Map<String, String> log() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    }

    /** The broker's own clock stamps rows, so that the compaction lag counts from when they were written. */
    private static Map<String, String> rows() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(COMPACTION_LAG_MS));
    }

    /** Those that are not there: to create one that is there takes a right that not everybody has who may use it. */
    private List<NewTopic> missing(List<NewTopic> wanted) {
        var described = cluster.admin()
                .describeTopics(wanted.stream().map(NewTopic::name).toList())
                .topicNameValues();
        var missing = new ArrayList<NewTopic>();
        for (var topic : wanted) {
            try {
                var _ = described
                        .getOrDefault(topic.name(), KafkaFuture.completedFuture(null))
                        .get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw BrokerFault.unanswered(cluster.access(), failure, Deed.describing(topic.name()));
                }
                missing.add(topic);
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }
        return missing;
    }

    private void create(List<NewTopic> wanted) {
        for (var creation : cluster.admin().createTopics(wanted).values().entrySet()) {
            try {
                creation.getValue().get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw uncreated(creation.getKey(), failure);
                }
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }
    }

    private BrokerFault uncreated(String topic, ExecutionException failure) {
        var why = Refusal.told(cluster.access(), failure, Deed.creating(topic))
                .orElseGet(() -> BrokerFault.reason(failure));
        return new BrokerFault.TopicMismatch(
                "topic " + topic + " cannot be created on " + cluster.bootstrap() + ": " + why);
    }

    private void check(NewTopic topic) {
        var there = partitions(topic.name(), LOOKS);
        if (there != topic.numPartitions()) {
            var key = topic.numPartitions() == settings.partitions() ? ", but kafka.partitions = " : ", but must have ";
            throw new BrokerFault.TopicMismatch("topic " + topic.name() + " on " + cluster.bootstrap() + " has " + there
                    + " partitions" + key + topic.numPartitions()
                    + ": a log keeps its number of partitions; set that one, or another kafka.prefix");
        }
    }

    /** A topic just created may not be known to every broker yet. */
    private int partitions(String topic, int looks) {
        try {
            return cluster.partitions(topic);
        } catch (BrokerFault.TopicMismatch unknownYet) {
            if (looks == 0) {
                throw unknownYet;
            }
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        return partitions(topic, looks - 1);
    }
}
