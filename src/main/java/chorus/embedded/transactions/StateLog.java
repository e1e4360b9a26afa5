package chorus.embedded.transactions;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.coordinator.transaction.TransactionLog;
import org.apache.kafka.coordinator.transaction.TransactionMetadata;
import org.apache.kafka.coordinator.transaction.TransactionState;

/**
 * The coordinators' own log {@code __transaction_state}: what they decided, long after they have forgotten it themselves. Takes
 * the right READ on that topic.
 *
 * @param client how a client reaches the brokers, by Kafka's names
 */
record StateLog(Map<String, Object> client) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls in a row that may bring nothing. */
    private static final int PATIENCE = 50;

    /**
     * The endings of these producers' transactions, in the order of the log.
     *
     * @throws TimeoutException where the log is not read to its end in time
     */
    List<Ending> endings(Set<Long> producers) {
        var settings = new HashMap<>(client);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.TRANSACTION_STATE_TOPIC_NAME).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, producers);
        }
    }

    private List<Ending> read(KafkaConsumer<byte[], byte[]> consumer, Set<Long> producers) {
        var endings = new ArrayList<Ending>();
        var ends = consumer.endOffsets(consumer.assignment());
        var silent = 0;
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            var messages = consumer.poll(POLL);
            silent = messages.isEmpty() ? silent + 1 : 0;
            if (silent > PATIENCE) {
                throw new TimeoutException("its end is not reached");
            }
            for (var message : messages) {
                ending(message)
                        .filter(ending -> producers.contains(ending.producer()))
                        .ifPresent(endings::add);
            }
        }
        return endings;
    }

    /** A record of a decision; empty where it tells of something else. */
    private static Optional<Ending> ending(ConsumerRecord<byte[], byte[]> message) {
        if (message.key() == null || message.value() == null) {
            return Optional.empty();
        }
        return switch (TransactionLog.read(ByteBuffer.wrap(message.key()), ByteBuffer.wrap(message.value()))) {
            case TransactionLog.TxnRecord kept -> ending(kept.metadata());
            case TransactionLog.TxnTombstone gone -> Optional.empty();
            case TransactionLog.UnknownKeyVersion other -> Optional.empty();
            case TransactionLog.UnknownValueVersion other -> Optional.empty();
        };
    }

    static Optional<Ending> ending(TransactionMetadata kept) {
        return switch (kept.state()) {
            case PREPARE_COMMIT, PREPARE_ABORT ->
                Optional.of(new Ending(
                        kept.producerId(),
                        kept.producerEpoch(),
                        kept.clientTransactionVersion().featureLevel(),
                        kept.state() == TransactionState.PREPARE_COMMIT,
                        kept.topicPartitions()));
            case EMPTY, ONGOING, COMPLETE_COMMIT, COMPLETE_ABORT, DEAD, PREPARE_EPOCH_FENCE -> Optional.empty();
        };
    }
}
