package chorus.broker;

import chorus.broker.access.Access;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How this package's clients are set up. They carry bytes: what these mean is known to the codecs. */
public final class Clients {
    private Clients() {}

    /** A request that is not answered for so long is sent again: its answer may have been lost. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    /** For clients that outlast one; it can still be added to a time of day in milliseconds. */
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(3650);

    /** An admin client that asks again until {@code patience} is over. */
    public static Map<String, Object> admin(Access access, Duration patience) {
        var settings = access.clients();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Math.min(patience.toMillis(), LONGEST_REQUEST.toMillis()));
        return settings;
    }

    /**
     * A consumer without a group: whoever uses it assigns partitions and keeps its own place.
     *
     * @param isolation {@code read_committed} or {@code read_uncommitted}
     */
    public static Consumer<byte[], byte[]> consumer(Access access, String isolation, Map<String, Object> more) {
        var settings = access.clients();
        settings.putAll(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** One for what is committed, in large pieces. */
    static Consumer<byte[], byte[]> consumer(Access access) {
        var large = Map.<String, Object>of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                4 << 20,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100);
        return consumer(access, "read_committed", large);
    }

    /** A producer that outlasts brokers that are away: what it was given waits until they are back, however long that takes. */
    static Producer<byte[], byte[]> producer(Access access, Map<String, Object> more) {
        var settings = access.clients();
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip",
                ProducerConfig.LINGER_MS_CONFIG,
                10,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L << 20,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                LONGEST_OUTAGE.toMillis()));
        settings.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1);
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
