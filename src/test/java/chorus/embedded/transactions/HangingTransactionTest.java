package chorus.embedded.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chorus.cli.LeastRights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** KAFKA-20734 on real brokers: a transaction ends while one of its partitions has no leader. */
@Timeout(240)
class HangingTransactionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static TwoBrokers brokers;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        brokers = TwoBrokers.start(directory);
        admin = Admin.create(brokers.client());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        admin.close();
        brokers.close();
    }

    @Test
    void aCommitThatMissedAPartitionIsToldAndThenCompletedOnCommand() throws Exception {
        var partition = endedWithoutALeader("committed", true);
        try (var transactions = Transactions.at(Map.of("bootstrap.servers", brokers.bootstrap()), "committed")) {
            var found = transactions.find();
            assertThat(found).singleElement().satisfies(hanging -> {
                assertThat(hanging.open().partition()).isEqualTo(partition);
                assertThat(hanging.transactionalId())
                        .hasValueSatisfying(id -> assertThat(id).startsWith("committed-id"));
                assertThat(hanging.told())
                        .contains("hangs in committed-0 since offset 0")
                        .endsWith("decided: COMMIT");
            });
            assertThat(stableEnd(partition)).isZero();
            assertThat(transactions.repair(found.getFirst())).isTrue();
            assertThat(transactions.find()).isEmpty();
        }
        assertThat(committedValues(partition)).containsExactly((byte) 7);
    }

    @Test
    void anAbortThatMissedAPartitionIsCompletedByTheKeeper() throws Exception {
        var partition = endedWithoutALeader("aborted", false);
        var seen = new ArrayList<String>();
        try (var telling = TransactionKeeper.telling(
                Map.of("bootstrap.servers", brokers.bootstrap()), "aborted", Duration.ofMillis(300), heard(seen))) {
            await().atMost(PATIENCE).until(() -> !copy(seen).isEmpty());
            assertThat(copy(seen))
                    .singleElement()
                    .asString()
                    .startsWith("hangs ")
                    .endsWith("decided: ABORT");
            assertThat(stableEnd(partition)).isZero();
        }
        seen.clear();
        try (var repairing = TransactionKeeper.repairing(brokers.bootstrap(), Duration.ofMillis(300), heard(seen))) {
            // the first look, and its repair, come before it returns
            assertThat(copy(seen)).singleElement().asString().startsWith("repaired ");
        }
        assertThat(stableEnd(partition)).isEqualTo(2);
        assertThat(committedValues(partition)).isEmpty();
    }

    @Test
    void onBrokersWithAclsTheMissingRightIsNamedAndTheDocumentedOnesAreEnough() throws Exception {
        var partition = endedWithoutALeader("chorus-guarded", true);
        var documented = LeastRights.documented().of("repair", TwoBrokers.USER);
        var state = LeastRights.right(TwoBrokers.USER, "READ", ResourceType.TOPIC, "__transaction_state");
        var alter = LeastRights.right(TwoBrokers.USER, "ALTER", ResourceType.CLUSTER, "kafka-cluster");
        assertThat(documented).contains(state, alter);
        admin.createAcls(documented.stream()
                        .filter(right -> !right.equals(state) && !right.equals(alter))
                        .toList())
                .all()
                .get();
        try (var transactions = Transactions.at(brokers.guarded(), "chorus-")) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !transactions.find().isEmpty());
            assertThat(transactions.find())
                    .singleElement()
                    .extracting(Forgotten::told)
                    .asString()
                    .endsWith("__transaction_state: the right READ on [__transaction_state] is missing)");
            admin.createAcls(List.of(state)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> transactions.find().getFirst().told().endsWith("decided: COMMIT"));
            var hanging = transactions.find().getFirst();
            assertThatThrownBy(() -> transactions.repair(hanging))
                    .isInstanceOf(TransactionFault.class)
                    .hasMessage("no marker in chorus-guarded-0: the right ALTER on the cluster is missing");
            assertThat(stableEnd(partition)).isZero();
            admin.createAcls(List.of(alter)).all().get();
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(TransactionFault.class)
                    .until(() -> transactions.repair(hanging));
            assertThat(transactions.find()).isEmpty();
        }
        assertThat(committedValues(partition)).containsExactly((byte) 7);
    }

    private static List<String> copy(List<String> seen) {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    private static TransactionKeeper.Listener heard(List<String> seen) {
        return new TransactionKeeper.Listener() {
            @Override
            public void hangs(Forgotten transaction) {
                add("hangs " + transaction.told());
            }

            @Override
            public void repaired(Forgotten transaction) {
                add("repaired " + transaction.told());
            }

            private void add(String line) {
                synchronized (seen) {
                    seen.add(line);
                }
            }
        };
    }

    /** Ends a transaction while its partition 0 has no leader, lets the leader come back, and returns that partition. */
    private static TopicPartition endedWithoutALeader(String topic, boolean commits) throws Exception {
        var partition = new TopicPartition(topic, 0);
        var only = Map.of(0, List.of(TwoBrokers.SECOND), 1, List.of(TwoBrokers.FIRST));
        admin.createTopics(List.of(new NewTopic(topic, only))).all().get();
        await().atMost(PATIENCE).until(() -> leader(partition) == TwoBrokers.SECOND);
        try (var producer = producer(coordinatedByTheFirst(topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {7})).get();
            producer.send(new ProducerRecord<>(topic, 1, null, new byte[] {7})).get();
            brokers.kill(TwoBrokers.SECOND);
            await().atMost(PATIENCE).until(() -> leader(partition) < 0);
            if (commits) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
        brokers.start(TwoBrokers.SECOND);
        await().atMost(PATIENCE).until(() -> leader(partition) == TwoBrokers.SECOND);
        return partition;
    }

    /** A transactional id whose coordinator outlives the kill. */
    private static String coordinatedByTheFirst(String topic) throws Exception {
        for (var n = 0; ; n++) {
            var id = topic + "-id" + n;
            try (var producer = producer(id)) {
                producer.initTransactions();
            }
            var description = admin.describeTransactions(List.of(id)).description(id);
            if (description.get().coordinatorId() == TwoBrokers.FIRST) {
                return id;
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String id) {
        var settings = new HashMap<>(brokers.client());
        settings.put("transactional.id", id);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The leader's number; −1 where there is none, or the topic is not known yet. */
    private static int leader(TopicPartition partition) throws InterruptedException {
        try {
            var topics = admin.describeTopics(List.of(partition.topic()))
                    .allTopicNames()
                    .get();
            var leader = topics.values()
                    .iterator()
                    .next()
                    .partitions()
                    .get(partition.partition())
                    .leader();
            return leader == null ? -1 : leader.id();
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            return -1;
        }
    }

    private static long stableEnd(TopicPartition partition) throws Exception {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static List<Byte> committedValues(TopicPartition partition) {
        var settings = new HashMap<>(brokers.client());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            var end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            assertThat(end).as("everything is decided").isEqualTo(2);
            var values = new ArrayList<Byte>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()[0]));
            }
            return values;
        }
    }
}
