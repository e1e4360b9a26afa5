package chorus.broker;

import static java.util.stream.Collectors.toMap;

import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.config.KafkaSettings;
import chorus.events.Events;
import chorus.events.Simulation;
import chorus.events.registry.RegistryUnreachable;
import chorus.waits.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A live broker (or several) and the schema registry beside it: where every client of this package comes from. */
public final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** From when on it is told that somebody is waited for. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(3);

    /** Of a broker that is slow and not gone. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Access access;
    private final TopicNames names;
    private final Admin admin;
    private final Events events;
    private volatile Waiting waiting;

    private Cluster(Access access, TopicNames names, Admin admin, Events events, Waiting waiting) {
        this.access = access;
        this.names = names;
        this.admin = admin;
        this.events = events;
        this.waiting = waiting;
    }

    /** Lets readers that wait for these brokers say so there from now on. */
    public Cluster watchedBy(Waiting onlooker) {
        waiting = onlooker;
        return this;
    }

    /** Where somebody who waits for these brokers says so. */
    public Waiting waiting() {
        return waiting;
    }

    /** Connects to brokers and a registry that want no credentials. */
    public static Cluster connect(String bootstrap, String registry, String prefix) {
        return connect(Access.plain(bootstrap, registry), prefix);
    }

    /**
     * Connects to brokers and a registry that are up.
     *
     * @throws BrokerFault.Unreachable where no broker answers within a minute
     * @throws BrokerFault.Refused where they refuse us; the registry's own fault where that is down or refuses us
     */
    public static Cluster connect(Access access, String prefix) {
        return connect(access, prefix, Simulation.PLAYLISTS);
    }

    /** The same for any simulation. */
    public static Cluster connect(Access access, String prefix, Simulation simulation) {
        var admin = reach(access, PATIENCE, Waiting.UNWATCHED);
        var names = new TopicNames(prefix, simulation);
        return connected(
                admin, access, names, Waiting.UNWATCHED, () -> Events.connect(access.registry(), prefix, simulation));
    }

    /**
     * Connects, and waits as long as the settings say for brokers and registry that do not answer yet.
     *
     * @param access by which they are reached
     * @param onlooker told what is waited for, now and later
     * @param nanos elapsed time
     * @throws BrokerFault.Unreachable where no broker has answered by then; the registry's own fault where that has not, or where
     *     something else answers in its place
     */
    public static Cluster connect(
            Access access, KafkaSettings kafka, Simulation simulation, Waiting onlooker, LongSupplier nanos) {
        var admin = reach(access, kafka.patience(), onlooker);
        var names = new TopicNames(kafka.prefix(), simulation);
        return connected(admin, access, names, onlooker, () -> registry(access, kafka, simulation, onlooker, nanos));
    }

    private static Cluster connected(
            Admin admin, Access access, TopicNames names, Waiting onlooker, Supplier<Events> registry) {
        try {
            return new Cluster(access, names, admin, registry.get(), onlooker);
        } catch (RuntimeException registryFault) {
            admin.close(Duration.ZERO);
            throw registryFault;
        }
    }

    private static Events registry(
            Access access, KafkaSettings kafka, Simulation simulation, Waiting onlooker, LongSupplier nanos) {
        var end = nanos.getAsLong() + kafka.patience().toNanos();
        try (var wait = onlooker.waits("registry", () -> "an answer from " + access.registry(), FIRST_WORD)) {
            while (true) {
                try {
                    return Events.connect(access.registry(), kafka.prefix(), simulation);
                } catch (RegistryUnreachable silent) {
                    if (!silent.mayComeBack() || nanos.getAsLong() - end >= 0) {
                        throw silent;
                    }
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    static Admin reach(Access access, Duration patience, Waiting onlooker) {
        Admin admin;
        try {
            admin = Admin.create(Clients.admin(access, patience));
        } catch (KafkaException unusable) {
            throw new BrokerFault.Unreachable(access, unusable);
        }
        try (var wait = onlooker.waits("brokers", () -> "an answer from " + access.bootstrap(), FIRST_WORD)) {
            admin.describeCluster().nodes().get();
            return admin;
        } catch (ExecutionException silent) {
            admin.close(Duration.ZERO);
            throw BrokerFault.unanswered(access, silent, Deed.describing("the cluster"));
        } catch (InterruptedException stopped) {
            admin.close(Duration.ZERO);
            throw new InterruptException(stopped);
        }
    }

    /** How brokers and registry are reached. */
    public Access access() {
        return access;
    }

    /** Whether a broker answers now; waits up to half a minute for one that is slow. */
    public boolean answers() throws InterruptedException {
        try {
            var options = new DescribeClusterOptions().timeoutMs((int) LONGEST_ANSWER.toMillis());
            admin.describeCluster(options).nodes().get();
            return true;
        } catch (ExecutionException silent) {
            return false;
        }
    }

    public String bootstrap() {
        return access.bootstrap();
    }

    public TopicNames names() {
        return names;
    }

    public Events events() {
        return events;
    }

    /**
     * How many partitions a topic has.
     *
     * @throws BrokerFault.TopicMismatch where it does not exist
     */
    public int partitions(String topic) {
        return partitions(topic, Deed.describing(topic));
    }

    private int partitions(String topic, Deed deed) {
        try {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            return described.values().iterator().next().partitions().size();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new BrokerFault.TopicMismatch("topic " + topic + " does not exist on " + bootstrap());
            }
            throw BrokerFault.unanswered(access, failure, deed);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** The offset after the last record of {@code tracks}, asked anew at each call. */
    public long tracksEnd() {
        try {
            return ends(names.tracks()).values().iterator().next().offset();
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(access, failure, Deed.describing(names.tracks()));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** The offset after the last record of every partition of every topic of ours. */
    public SortedMap<String, SortedMap<Integer, Long>> endOffsets() {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : names.all()) {
            partitionsFor(topic, Deed.describing(topic))
                    .forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        }
        try {
            var ends = new TreeMap<String, SortedMap<Integer, Long>>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.computeIfAbsent(
                            partition.topic(), t -> new TreeMap<>())
                    .put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(access, failure, Deed.describing(names.prefix() + "…"));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** How many records of the log the streams application {@code group} has not committed yet. */
    public long lag(String group) {
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var lag = 0L;
            for (var end : ends(names.log()).entrySet()) {
                var done = committed.get(end.getKey());
                lag += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
            return lag;
        } catch (ExecutionException failure) {
            throw BrokerFault.unanswered(access, failure, Deed.describing(names.log()));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** The end of each partition, as its leader says. */
    Map<TopicPartition, ListOffsetsResultInfo> ends(String topic) throws ExecutionException, InterruptedException {
        var latest =
                partitionsFor(topic, Deed.describing(topic)).stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get();
    }

    Admin admin() {
        return admin;
    }

    /** Those of a topic that is going to be read: brokers ask for DESCRIBE first, which READ includes and the reader lacks too. */
    public List<TopicPartition> allPartitions(String topic) {
        return partitionsFor(topic, Deed.reading(topic));
    }

    private List<TopicPartition> partitionsFor(String topic, Deed deed) {
        return IntStream.range(0, partitions(topic, deed))
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
    }

    /** Reads partitions from their beginning. */
    public PausingReader reader(List<TopicPartition> partitions) {
        return new PausingReader(this, Clients.consumer(access), partitions);
    }

    public Producer<byte[], byte[]> producer(Map<String, Object> more) {
        return Clients.producer(access, more);
    }

    @Override
    public void close() {
        try {
            events.close();
        } finally {
            // waits for no answer: whoever asks for one awaits it, save gauges, which brokers that are away would keep
            // for a minute
            admin.close(Duration.ZERO);
        }
    }
}
