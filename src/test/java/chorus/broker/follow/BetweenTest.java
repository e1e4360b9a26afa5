package chorus.broker.follow;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.access.Access;
import chorus.embedded.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BetweenTest {
    private static final String TOPIC = "app-deltas-repartition";

    @TempDir
    private Path directory;

    private final List<String> seen = new ArrayList<>();

    private void see(int partition, long offset, byte[] value) {
        seen.add(partition + "/" + offset + " " + value[0]);
    }

    /** Partition 0: 7, the commit's marker, 8 of a transaction that is open; partition 1: 9 of the same one. */
    @Test
    void whatIsWrittenByNowIsReadOnceAlsoInATransactionThatIsOpen() throws Exception {
        try (var broker = TestBroker.start(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
                var producer = producer(broker.bootstrap());
                var hops = Hops.follow(Access.plain(broker.bootstrap(), "mock://hops"), "app", "edits", 2);
                var between = hops.between()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            between.catchUp(this::see);
            assertThat(seen).isEmpty();
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, 0, 7);
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, 0, 8);
            send(producer, 1, 9);
            between.catchUp(this::see);
            assertThat(seen).containsExactlyInAnyOrder("0/0 7", "0/2 8", "1/0 9");
            between.catchUp(this::see);
            assertThat(seen).hasSize(3);
            producer.abortTransaction();
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int partition, int value) throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[] {(byte) value}))
                .get();
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "app"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
